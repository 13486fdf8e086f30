"""A website for tests, in threads of this process: real sockets, real HTTP, and bad manners."""

import ssl
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Website:
    """Answers by path: `pages[path]` is bytes (a PDF) or a function of the request's handler."""

    def __init__(self, server):
        self.server = server
        self.pages = {}
        self.asked = []  # (method, path)
        self.headers = []
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()

    @property
    def port(self):
        return self.server.server_port

    def url(self, path="/report.pdf", host="127.0.0.1", scheme="http"):
        return f"{scheme}://{host}:{self.port}{path}"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        site = self.server.site
        with site.lock:
            site.asked.append((self.command, self.path))
            site.headers.append(dict(self.headers))
            site.at_once += 1
            site.most_at_once = max(site.most_at_once, site.at_once)
        try:
            page = site.pages.get(self.path, status(404))
            page(self) if callable(page) else answer(page)(self)
        except (BrokenPipeError, ConnectionResetError):
            pass  # who asked has gone
        finally:
            with site.lock:
                site.at_once -= 1

    do_HEAD = do_PUT = do_DELETE = do_GET

    def log_message(self, *args):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass  # a client that hangs up is what many tests are about


@contextmanager
def website(certificate=None):
    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    server.site = Website(server)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server.site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answer(body=b"", code=200, media_type="application/pdf", length=True, **headers):
    """An answer with this body; `length` may also be a number that is not true."""

    def page(handler):
        handler.send_response(code)
        handler.send_header("Content-Type", media_type)
        if length is not False:
            handler.send_header("Content-Length", str(len(body) if length is True else length))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        if handler.command != "HEAD":
            handler.wfile.write(body)

    return page


def status(code):
    return answer(b"", code, "text/plain")


def redirect(target, code=302):
    return answer(b"", code, "text/plain", Location=target)


def dripping(body, seconds, *, headers=False):
    """A byte now and then, of the headers or of the body, and never a pause that is long."""

    def page(handler):
        if not headers:
            handler.send_response(200)
            handler.send_header("Content-Type", "application/pdf")
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
        else:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        for byte in body:
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()
            time.sleep(seconds)

    return page


def endless(handler):
    """More and more, without saying how much."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/pdf")
    handler.end_headers()
    while True:
        handler.wfile.write(b"%PDF-" + b"x" * 65536)
