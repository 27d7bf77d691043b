"""What tells that a word which opens a sentence before another capital is of the name."""

from collections.abc import Iterable, Sequence
from typing import Final

from archiver.grade.items import Item
from archiver.grade.openers import is_age
from archiver.grade.patterns import words

FORENAMES: Final = words(
    "Aaron Abdul Abdullah Abigail Adam Adrian Agnès Agnes Agustín Ahmed Aidan Alan Alastair"
    " Albert Alejandro Alex Alexander Alexandra Alexandre Alexei Alexis Alfonso Alfred Alfredo Ali"
    " Alice Alicia Alison Alistair Allan Allen Amanda Amelia Amélie Amina Amir Amit Amy Ana Andrea"
    " Andreas Andrei Andrés Andrew Andrzej Andy Ángel Angela Angelina Angus Anil Anita Anja Anke"
    " Ann Anna Anne Annette Annie Anthony Antoine Antonio Antony Aoife Arnaud Arne Arthur Astrid"
    " Audrey Aurélie Barack Barbara Bashar Beatrice Beatriz Begoña Ben Benedict Benjamin Benoît"
    " Bernard Bernd Bernhard Beth Betty Beverly Bill Birgit Björn Bob Bobby Boris Brad Brenda"
    " Brendan Brian Bruce Bruno Bryan Callum Camille Carl Carla Carlo Carlos Carmen Carol Caroline"
    " Catherine Cathy Cécile César Charles Charlie Chloé Chris Christa Christelle Christina"
    " Christine Christoph Christophe Christopher Chuck Claire Clara Claude Claudia Colin"
    " Concepción Connor Craig Cristiano Cristina Cynthia Cyril Damien Dan Daniel Daniela Danielle"
    " Danny Dave David Debbie Deborah Denis Dennis Derek Diana Diane Diego Dieter Dirk Dmitri"
    " Dmitry Dominic Dominique Donald Donna Dorothy Doug Douglas Duncan Dylan Ebrahim Eduardo"
    " Edward Elaine Eleanor Elena Elisabeth Élise Elizabeth Elke Ella Ellen Élodie Elon Elsa"
    " Emanuel Emilio Emily Emma Emmanuel Enrique Eric Éric Erica Erik Ernst Esteban Esther Ethan"
    " Étienne Eugene Eva Evelyn Ewan Fabian Fatima Felipe Felix Fernando Fiona Florian Frances"
    " Francesco Francis Francisco Franck François Françoise Frank Franz Fred Frédéric Friedrich"
    " Gabriel Gareth Gary Gaston Gavin Geoff Geoffrey Georg George Georges Gerald Gérard Gerd"
    " Gerhard Gilles Gillian Giorgia Giovanni Gisela Gloria Gonzalo Gordon Graham Greg Gregory"
    " Greta Guillaume Guillermo Günter Günther Gustav Gustavo Guy Hannah Hans Harald Harold Harry"
    " Hasan Hassan Heather Héctor Heidi Heike Heinrich Heinz Helen Helena Hélène Helga Helmut"
    " Henri Henry Herbert Hillary Hiroshi Holger Horst Howard Hugh Hugo Hussein Ian Ibrahim"
    " Ignacio Igor Iker Ilse Imran Ines Inés Inge Ingrid Íñigo Irene Irina Isaac Isabel Isabelle"
    " Ismail Iván Ivan Jacinda Jack Jackie Jacob Jacques Jaime James Jamie Jan Jane Janet Jarosław"
    " Jason Javier Jean Jeff Jeffrey Jennifer Jenny Jens Jeremy Jérôme Jerry Jess Jesse Jessica"
    " Jesús Jill Jim Jimmy Joachim Joan Joanna Joanne Joaquín Joe Joel Johan Johann Johannes John"
    " Johnny Jon Jonas Jonathan Jonny Jörg Jorge José Josef Joseph Josh Joshua Juan Juana Juanita"
    " Judith Judy Jules Julia Julian Julie Julien Julio Jürgen Justin Jutta Kai Karen Karim Karin"
    " Karl Kate Katherine Kathleen Kathy Katie Katja Keir Keith Kelly Ken Kenji Kenneth Kerry"
    " Kevin Khalid Kim Klaus Konrad Kurt Kwame Kyle Lara Larry Lars Laura Laure Lauren Laurence"
    " Laurent Lawrence Lea Lee Leila Lena Leo Leon Leonard Leslie Lewis Liam Linda Lionel Lisa"
    " Lloyd Loïc Lola Lorenzo Louis Louise Lucas Lucía Lucie Lucien Lucy Ludwig Luis Luisa Luiz"
    " Lukas Luke Lynn Mahmoud Malcolm Manfred Manuel Manuela Marc Marcel Marcelle Marco Marcus"
    " Margaret Margarita Margot María Maria Marie Marina Mario Marion Mark Markus Martha Martin"
    " Martina Martine Mary Mateo Mateusz Mathieu Mathilde Matt Matteo Matthew Matthias Maurice Max"
    " Maximilian Megan Mehdi Melanie Melissa Mercedes Mette Michael Michel Michelle Miguel Mike"
    " Mikhail Mireille Miriam Mitch Mohamed Mohammad Mohammed Monica Monika Monique Muhammad"
    " Murray Mustafa Nadia Nancy Naomi Narendra Natalia Natalie Natalya Nathalie Nathan Neil"
    " Nelson Niall Niamh Nicholas Nick Nicola Nicolás Nicolas Nicole Nigel Nikki Nikolai Nina Noah"
    " Nora Norman Novak Nuria Olaf Oleg Olga Oliver Olivia Olivier Omar Óscar Oscar Oskar Otto"
    " Owen Pablo Paola Pascal Patricia Patrick Paul Paula Pauline Pavel Pedro Penny Peter Petr"
    " Petra Phil Philip Philipp Philippe Phillip Phyllis Pierre Pilar Piotr Priya Rachel Rachid"
    " Rafael Rahul Rainer Ralf Ralph Ramiro Ramón Randy Raphaël Raúl Raymond Rebecca Recep Renate"
    " René Ricardo Richard Rick Rishi Rita Rob Robert Roberto Robin Rocío Rodrigo Roger Roland"
    " Rolf Ron Ronald Rosa Rosario Ross Roy Rubén Rüdiger Rupert Russell Ruth Ryan Sabine Sally"
    " Sam Samantha Samuel Sandra Sanjay Sara Sarah Scott Sean Sebastian Sébastien Serena Sergei"
    " Sergey Sergio Shane Shannon Sharon Sheila Shirley Silke Silvia Simon Simone Sinéad Siobhan"
    " Sofia Sofiane Sonia Sophia Sophie Stefan Stefanie Stella Stephan Stéphane Stephanie Stephen"
    " Steve Steven Stuart Susan Susanne Suzanne Sven Svetlana Sylvia Sylvie Takeshi Tamara Tamsin"
    " Tara Tatiana Ted Teresa Terry Thabo Theo Theresa Thérèse Thierry Thomas Tim Timothy Tina"
    " Tobias Toby Todd Tom Tomás Tony Tracy Trevor Tyler Ulrich Ulrike Ursula Uwe Valerie Valérie"
    " Vanessa Vera Verónica Veronica Vicente Victor Viktor Vincent Vladimir Volker Volodymyr"
    " Walter Warren Wayne Wendy Werner Wilhelm William Wolfgang Xavi Xavier Xi Yahya Yair Yann"
    " Yannick Yasmin Yasmine Yevgeny Yoav Youssef Yuki Yusuf Yvan Yves Yvette Yvonne Zachary Zoë"
    " Zoe"
)
"""Common ones, without those that open sentences as words (`Grant`, `Will`) or as titles."""

_PLACE_BEGINS: Final = words(
    "North South East West Northern Southern Eastern Western New Upper Lower San Santa Santo Los"
    " Las Saint Sainte Mount Lake Port Fort Cape Bad Puerto Villa Monte Mont"
)
"""What the names of many places begin with."""

_NAME_ENDS: Final = words(
    "United City Town County Rovers Wanderers Athletic Albion University College School Academy"
    " Institute Hospital Airport Station Street Road Avenue Lane Square Bridge Park Island Islands"
    " River Bay Valley Hall Castle Cathedral Museum Theatre Stadium Arena Bank Steel Airlines"
    " Airways Motors Council"
)
"""What stands behind the name of a place or an owner."""

_OTHERWISE: Final = words(
    "Alba Ángel Angus Ben Bill Bob Carol Chuck Claire Clara Claude Colin Concepción Dan Elena"
    " Ernst Frank Gloria Guy Harry Heather Horst Jack Jade Jean Josh Kai Kelly Ken Kerry Kim Lance"
    " Lee Leo Linda Lloyd Marc Marina Mark Martin Max Mercedes Nick Norman Olive Olivier Pascal"
    " Penny Phil Pierre Pilar Randy Ray Rich Rob Robin Rocío Roman Rosa Rosario Ross Roy Sally"
    " Scott Serena Stella Tara Ted Vera Victor Vincent Warren Will Xi"
)
"""Those that, alone, are another word where they open a sentence: `Mark the date`, `Leo mucho`."""


def begins_name(tokens: Sequence[str], index: int, key: str) -> bool:
    """Say whether tokens[index], which opens a sentence before a capital, is of the name.

    It is where it is a forename, a beginning or an owner in a list, or before a name with an age.

    >>> begins_name(["John", " ", "Smith"], 0, "John")
    True
    >>> begins_name(["Lawyer", " ", "Smith"], 0, "Lawyer")
    False
    """
    if key in FORENAMES or key in _PLACE_BEGINS or (len(key) > 1 and key.isupper()):
        return True
    behind = [token for token in tokens[index + 1 : index + 7] if not token.isspace()]
    if behind and behind[0] in _NAME_ENDS:
        return True
    return is_age(behind[1:])


def is_forename_alone(key: str) -> bool:
    """Say whether `key`, which opens a sentence before a small word, is a forename.

    >>> is_forename_alone("Lena"), is_forename_alone("Mark")
    (True, False)
    """
    return key in FORENAMES and key not in _OTHERWISE


def has_forename(items: Iterable[Item]) -> bool:
    """Say whether one of `items` is a forename that opens a sentence."""
    return any(item.weak and item.key in FORENAMES for item in items)
