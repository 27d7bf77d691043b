"""Fifty hosts on loopback that answer 304, in a process of their own; one may be dead."""

import asyncio
import sys

BODY = """<!doctype html><html lang=en><head><title>{title}</title></head><body><article>
<h1>{title}</h1>{paragraphs}</article></body></html>"""
PARAGRAPH = (
    "<p>The harbour board met on evening {n} in the old customs house, and most of the seats for "
    "the public were taken long before the doors were closed against the rain.</p>"
)


def page(path: str) -> bytes:
    """Write an article of about 500 words."""
    paragraphs = "".join(PARAGRAPH.format(n=n) for n in range(18))
    return BODY.format(title=f"Article {path}", paragraphs=paragraphs).encode()


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer requests of one connection until it is closed."""
    try:
        while head := await reader.readuntil(b"\r\n\r\n"):
            path = head.split(b" ", 2)[1].decode()
            if path == "/robots.txt":
                writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            elif b"if-none-match" in head.lower():
                writer.write(b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n')
            else:
                body = page(path)
                writer.write(
                    b'HTTP/1.1 200 OK\r\nETag: "1"\r\nContent-Type: text/html\r\n'
                    b"Content-Length: " + str(len(body)).encode() + b"\r\n\r\n" + body
                )
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def serve(hosts_n: int) -> None:
    servers = [await asyncio.start_server(answer, "127.0.0.1", 0) for _ in range(hosts_n)]
    print(" ".join(str(one.sockets[0].getsockname()[1]) for one in servers), flush=True)
    await asyncio.gather(*(one.serve_forever() for one in servers))


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
