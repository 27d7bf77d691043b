// Looks words up in the files beside this page. What it shows is text, never markup.
"use strict"
const unspaced = new RegExp(document.currentScript.dataset.unspaced, "u")
const form = document.querySelector("form")
const list = document.querySelector("ol")
const said = document.querySelector("[role=status]")

const folded = text => text.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "")

function terms(query) {
  const found = new Set()
  for (const word of folded(query).match(/[\p{L}\p{N}_\p{Mc}]+/gu) || []) {
    let run = ""
    let spaced = ""
    const flush = () => {
      if (spaced) found.add(spaced)
      const characters = [...run]
      if (characters.length === 1) found.add(run)
      for (let i = 0; i + 1 < characters.length; i++) found.add(characters[i] + characters[i + 1])
      run = spaced = ""
    }
    let before = null
    for (const character of word) {
      const now = unspaced.test(character)
      if (before !== null && now !== before) flush()
      if (now) run += character
      else spaced += character
      before = now
    }
    flush()
  }
  return [...found]
}

const shard = term => {
  const characters = [...term]
  const first = unspaced.test(characters[0]) ? characters.slice(0, 1) : characters.slice(0, 2)
  return first.map(character => character.codePointAt(0).toString(16)).join("-")
}

async function fetched(name) {
  const answer = await fetch(`${name}.json`)
  return answer.ok ? answer.json() : {}
}

async function search(query) {
  list.replaceChildren()
  const wanted = terms(query)
  if (!wanted.length) { said.textContent = "Type a word."; return }
  const articles = await fetched("articles")
  let numbers = null
  for (const term of wanted) {
    const shards = await fetched(shard(term))
    const has = new Set(Object.hasOwn(shards, term) ? shards[term] : [])
    numbers = numbers === null ? [...has] : numbers.filter(number => has.has(number))
  }
  said.textContent = `${numbers.length} of ${articles.length} articles have ${wanted.length === 1 ? "this word" : "all these words"}, now or earlier.`
  for (const number of numbers.slice(0, 200)) {
    const [title, file] = articles[number]
    const link = document.createElement("a")
    link.textContent = title || file
    link.href = `../${file}`
    const item = document.createElement("li")
    item.dir = "auto"
    item.append(link)
    list.append(item)
  }
}

form.addEventListener("submit", event => {
  event.preventDefault()
  search(form.elements.q.value)
})
