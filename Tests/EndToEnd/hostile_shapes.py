#!/usr/bin/env python3
"""Feeds the program dumps of hostile shapes and checks that neither time nor memory grows faster than the file.

    hostile_shapes.py PROGRAM [--only WORD] [--commands read,json,…] [--sizes KIB,KIB] [--large MIB] [--short] [--list]

A shape is a small piece of markup, Markdown, metadata or encoding that is repeated or nested until the file has its
size. Each is read at one size and at four times that size, and the processor times are compared: linear work takes four
times as long, quadratic work sixteen times. Times that are too short to measure count as linear, and a bad pair is
measured again, so that a busy machine does not cause failures. The peak of memory (`ru_maxrss`) must stay under 64 MB
and six times the file (SECURITY.md, "Limits"). With `--large`, shapes are read once more at that size, with a limit on
the processor time too. Exit code 1 with the names of the shapes that failed.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading

MEBIBYTE = 1 << 20
# Linear is 4; memory caches and growing arrays add to that.
WORST_RATIO = 8.0
# Seconds of processor time below which a measurement means nothing.
SHORTEST = 0.15
SECONDS_PER_MEBIBYTE = 3.0

COMMANDS = {
    "text": ["read"],
    "set": ["read", "--width", "80"],
    "narrow": ["read", "--width", "20"],
    "markdown": ["read", "--format", "markdown"],
    "json": ["read", "--format", "json"],
    "index": ["index"],
}

VOID = "area base br col embed hr img input link meta param source track wbr".split()
ELEMENTS = (
    "a abbr acronym address article aside audio b bdo big blockquote body button canvas caption center cite code colgroup"
    " data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer form frameset h1 h2 h6"
    " head header hgroup html i iframe ins kbd label legend li listing main map mark marquee math menu meter nav nobr noembed"
    " noframes noscript object ol optgroup option output p picture plaintext pre progress q rb rp rt rtc ruby s samp script"
    " section select slot small span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead"
    " time title tr tt u ul var video xmp unknown-x"
).split()


def feed(body, url="https://www.rfi.fr/cn/1", title="题"):
    return f"<!--1689597902000-->\n[{title}]({url})\n------\n\n{body}\n"


def repeated(unit, before="", after="", wrap=feed):
    """`unit` as often as the size asks for; `{i}` in it is its number."""

    def make(size):
        if "{i}" in unit:
            count = max(1, size // (len(unit.encode()) + 2))
            middle = "".join(unit.replace("{i}", str(i)) for i in range(count))
        else:
            middle = unit * max(1, size // len(unit.encode()))
        return wrap(before + middle + after).encode()

    return make


def nested(opening, closing, inner="字"):
    def make(size):
        count = max(1, size // (len(opening.encode()) + len(closing.encode())))
        return feed(opening * count + inner + closing * count).encode()

    return make


def halves(first, second, before="", between="", after="", wrap=feed):
    """Two kinds in one file, where n times n work would show."""

    def make(size):
        one = first * max(1, size // 2 // len(first.encode()))
        other = second * max(1, size // 2 // len(second.encode()))
        return wrap(before + one + between + other + after).encode()

    return make


def plain(text):
    return text


def long_value(before, after, filler="a", tail="", tail_share=0.5):
    """One long value, and then many of what may use it."""

    def make(size):
        value = filler * max(1, int(size * (1 - tail_share if tail else 1)) // len(filler.encode()))
        rest = tail * (max(1, int(size * tail_share) // len(tail.encode())) if tail else 0)
        return (before + value + after + rest).encode()

    return make


def shapes():
    found = {}
    for name in ELEMENTS:
        found[f"html/{name}/repeated"] = repeated(f"<{name}>字</{name}>")
        found[f"html/{name}/open"] = repeated(f"<{name}>字")
        found[f"html/{name}/nested"] = nested(f"<{name}>", f"</{name}>")
        found[f"html/{name}/closed"] = repeated(f"</{name}>字")
    for name in VOID:
        found[f"html/{name}/repeated"] = repeated(f"<{name}>")
        found[f"html/{name}/attributes"] = repeated(
            f'<{name} src="http://a/{{i}}.jpg" href=http://a/{{i}} name=author property=og:title content=x{{i}} alt=字{{i}}>')
    pairs = ("p b div a ul ol li table tr td blockquote h2 figure pre ruby span font section dl dt q em form button select svg"
             " math noscript template object").split()
    for one in pairs:
        for other in pairs:
            if one != other:
                found[f"pair/{one}-{other}"] = repeated(f"<{one}>字<{other}>文")
    found.update(table_shapes())
    found.update(list_shapes())
    found.update(link_shapes())
    found.update(picture_shapes())
    found.update(text_shapes())
    found.update(fact_shapes())
    found.update(markup_shapes())
    found.update(markdown_shapes())
    found.update(front_matter_shapes())
    found.update(encoding_shapes())
    return found


def table_shapes():
    heads = "<table><tr>"
    return {
        "table/ragged": halves("<th>x", "<tr><td>x", heads, "</tr>", "</table>"),
        "table/ragged-td": halves("<td>x", "<tr><td>x", heads, "</tr>", "</table>"),
        "table/ragged-last": halves("<tr><td>x", "<th>x", "<table>", "<tr>", "</table>"),
        "table/wide": repeated("<td>字", heads, "</table>"),
        "table/tall": repeated("<tr><td>a<td>b", "<table>", "</table>"),
        "table/square": lambda size: feed(
            "<table>" + ("<tr>" + "<td>x" * max(1, int((size / 5) ** 0.5))) * max(1, int((size / 5) ** 0.5)) + "</table>").encode(),
        "table/square-long": lambda size: feed(
            "<table>" + ("<tr>" + "<td>国家队比赛结果公布" * max(1, int((size / 32) ** 0.5))) * max(1, int((size / 32) ** 0.5))
            + "</table>").encode(),
        "table/triangle": lambda size: feed(
            "<table>" + "".join("<tr>" + "<td>x" * (i + 1) for i in range(max(1, int((size / 2.5) ** 0.5)))) + "</table>").encode(),
        "table/colspan": repeated("<tr><td colspan=1000>字<td>x", "<table>", "</table>"),
        "table/colspan-once": repeated("<tr><td>字<td>x", "<table><tr><td colspan=1000>x<td colspan=1000>x", "</table>"),
        "table/rowspan": repeated("<tr><td rowspan=65534>字<td>x", "<table>", "</table>"),
        "table/rowspan-wide": halves("<td rowspan=65534>x", "<tr><td>x", heads, "</tr>", "</table>"),
        "table/spans": repeated("<tr><td rowspan=9999 colspan=99>字<td>x", "<table>", "</table>"),
        "table/empty-rows": halves("<tr>", "<tr><td>a<td>b", "<table>", "", "</table>"),
        "table/empty-cells": halves("<td>", "<tr><td>a<td>b", heads, "", "</table>"),
        "table/many": repeated("<table><tr><td>a<td>b<tr><td>c<td>d</table>"),
        "table/many-wide": repeated("<table><tr>" + "<td>a" * 100 + "</table>"),
        "table/nested": nested("<table><tr><td>a<td>", "</table>"),
        "table/heads": repeated("<tr><th>a<th>b", "<table><thead>", "</table>"),
        "table/captions": repeated("<caption>题<b>x</b>", "<table><tr><td>a<td>b", "</table>"),
        "table/paragraphs": repeated("<p>字", "<table><tr><td>a<td>b<tr><td>c<td>", "</table>"),
        "table/pictures": repeated("<tr><td>a<td><img src=http://a/{i}.jpg><th>b", "<table>", "</table>"),
        "table/text-outside": repeated("字<tr>", "<table><tr><td>a<td>b", "</table>"),
        "table/one-cell-words": repeated("word ", "<table><tr><td>a<td>b<tr><td>c<td>", "</table>"),
        "table/links": repeated("<tr><td><a href=http://a/{i}>字{i}</a><td>x", "<table>", "</table>"),
        "table/list-cells": repeated("<li>x", "<table><tr><th>a<th>b<tr><td>c<td><ul>", "</table>"),
    }


def list_shapes():
    return {
        "list/items": repeated("<li>字", "<ul>", "</ul>"),
        "list/empty": repeated("<li>", "<ul>", "</ul>字"),
        "list/many": repeated("<ul><li>字</ul>"),
        "list/loose": repeated("字<li>x</li>", "<ol>", "</ol>"),
        "list/deep": nested("<ul><li>字", "</ul>"),
        "list/deep-ordered": nested("<ol start=999999><li>a<li>字", "</ol>"),
        "list/paragraphs": repeated("<li><p>字<p>文", "<ul>", "</ul>"),
        "list/figures": repeated("<li><figure><img src=http://a/{i}.jpg></figure>", "<ul>", "</ul>"),
        "list/one-item": repeated("<p>字", "<ul><li>", "</ul>"),
        "list/tabs": repeated("<li><a href=#>字</a>", "<ul>", "</ul><p>正文。</p>"),
        "list/definitions": repeated("<dt>词<dd>义", "<dl>", "</dl>"),
        "list/definitions-open": repeated("<dl><dt>词<dd>义"),
        "list/in-quote": repeated("<li>字", "<blockquote><ul>", "</ul></blockquote>"),
        "list/in-tweet": repeated("<li>字<a href=http://a/{i}>x</a>", "<blockquote class=twitter-tweet><ul>", "</ul></blockquote>"),
        "list/deep-long": lambda size: feed("<ul><li>字" * 15 + "<p>字" * (size // 6)).encode(),
        "quote/deep-long": lambda size: feed("<blockquote>字" * 15 + "<p>字" * (size // 6)).encode(),
        "quote/many": repeated("<blockquote>字</blockquote>"),
        "quote/tweets": repeated("<blockquote class=twitter-tweet>字<a href=http://t.co/status/{i}>x</a></blockquote>"),
    }


def link_shapes():
    related = "<p>正文。</p><h3>相关阅读</h3><ul>"
    return {
        "link/related": repeated("<li><a href=http://a/{i}>题{i}</a></li>", related, "</ul>"),
        "link/related-same": repeated("<li><a href=http://a/1>题</a></li>", related, "</ul>"),
        "link/related-paragraphs": repeated("<p><a href=http://a/{i}>题目题目题目{i}</a></p>", "<p>正文。</p><p>相关阅读：</p>"),
        "link/related-class": repeated("<li><a href=http://a/{i}>题{i}</a></li>", "<p>正文。</p><div class=related-posts><ul>", "</ul></div>"),
        "link/related-many": repeated("<h3>相关阅读</h3><ul><li><a href=http://a/{i}>题{i}</a></ul>", "<p>正文。</p>"),
        "link/related-quotes": repeated("<blockquote>相关阅读：<a href=http://a/{i}>题{i}</a></blockquote>", "<p>正文。</p>"),
        "link/in-one-paragraph": repeated("<a href=http://a/{i}>题</a>", "<p>", "</p>"),
        "link/in-one-heading": repeated("<a href=http://a/{i}>题</a>", "<h2>", "</h2>"),
        "link/same-adjacent": repeated("<a href=http://a/1>题</a>", "<p>", "</p>"),
        "link/paragraphs": repeated("<p>见<a href=http://a/{i}>题</a>。</p>"),
        "link/anchors": repeated("<a href=#f{i}>题</a>"),
        "link/names": repeated("<a name=f{i}></a>"),
        "link/long": long_value(feed("<p><a href=http://a/").rstrip("\n"), ">题</a></p>"),
        "link/encoded": repeated("<p>见<a href=http://a/%E4%B8%AD%25{i}>题</a>。</p>"),
        "link/redirectors": repeated("<p>见<a href=https://www.google.com/url?q=http://a/{i}>题</a>。</p>"),
        "link/mail": repeated('<a href="/cdn-cgi/l/email-protection#1b7a7b" class="__cf_email__" data-cfemail="1b7a7b">[email&#160;protected]</a>'),
        "link/mail-open": repeated('<a href="/cdn-cgi/l/email-protection#1b7a7b">x<b>'),
        "link/page-url": long_value("[题](http://a/", ")\n------\n\n", tail="<p>字<a href=x>题</a><img src=y>"),
        "link/base": repeated("<base href=http://b/{i}><a href=x>题</a>"),
        "link/query": long_value("[题](http://a/?", ")\n------\n\n<p>字</p>", filler="a=b&"),
    }


def picture_shapes():
    return {
        "picture/many": repeated("<img src=http://a/{i}.jpg>"),
        "picture/same": repeated("<img src=http://a/1.jpg><p>字"),
        "picture/figures": repeated("<figure><img src=http://a/{i}.jpg><figcaption>字</figcaption></figure>"),
        "picture/one-figure": repeated("<img src=http://a/{i}.jpg>", "<figure>", "<figcaption>字</figcaption></figure>"),
        "picture/one-figure-long-caption": halves("<img src=http://a/1.jpg alt=字>", "字", "<figure>", "<figcaption>", "</figcaption></figure>"),
        "picture/one-figure-alts": repeated("<img src=http://a/{i}.jpg alt=字{i} title=题{i}>", "<figure>", "</figure>"),
        "picture/captions": repeated("<figcaption>字", "<figure><img src=http://a/1.jpg>", "</figure>"),
        "picture/srcset": repeated("http://a/{i}.jpg {i}w, ", '<img src=http://a/x.jpg srcset="', '">'),
        "picture/srcset-commas": repeated(",", '<img srcset="', '">'),
        "picture/srcset-many": repeated('<img srcset="a 1x,b 2x,c 3x">'),
        "picture/sources": repeated("<source srcset=http://a/{i}.jpg>", "<picture>", "<img src=http://a/x.jpg></picture>"),
        "picture/data": long_value(feed("<img src=data:image/png;base64,").rstrip("\n"), ">"),
        "picture/data-many": repeated("<img src=data:image/png;base64,AAAA alt=字>"),
        "picture/proxied": repeated("<img src=https://images.weserv.nl/?url=http://a/{i}.jpg>"),
        "picture/alt": long_value(feed("<img src=http://a/1.jpg alt='").rstrip("\n"), "'>", filler="字"),
        "picture/emoji": repeated("<img class=emoji alt=😀 src=x>", "<p>", "</p>"),
        "picture/formulas": repeated("<img class=tex alt='x^2' src=x>", "<p>", "</p>"),
        "picture/linked": repeated("<a href=http://a/{i}><img src=http://a/{i}.jpg></a>"),
        "picture/text-between": repeated("<img src=http://a/{i}.jpg><p>图：字。摄影：某某</p>"),
        "picture/noscript": repeated("<img src=http://a/{i}.jpg><noscript><img src=http://a/{i}.jpg></noscript>"),
        "noscript/fallbacks": repeated("<noscript><p>" + "请打开脚本，然后再刷新一次。" * 60 + "</p></noscript><p>字{i}。</p>"),
        "line/series": repeated("<div><span>{i}. 字</span></div><div><span>" + "句子，一句接着一句。" * 40 + "</span></div>"),
        "picture/noscript-open": repeated("<img src=http://a/{i}.jpg><noscript>"),
        "picture/attributes": repeated(" data-src{i}=x", "<img src=http://a/1.jpg", ">"),
        "picture/captions-by-class": repeated('<div class="wp-caption"><img src=http://a/{i}.jpg><p class="wp-caption-text">字</p></div>'),
        "picture/wires": repeated("<p>字<img src=http://a/2021-01-01T000000Z_{i}_RC2_RTRMADP_3_TEXT.JPG>"),
        "embed/frames": repeated("<iframe src=https://www.youtube.com/embed/{i}></iframe>"),
        "embed/videos": repeated("<video><source src=http://a/{i}.mp4></video>"),
        "embed/videos-open": repeated("<video>字"),
        "embed/posts": repeated("<blockquote class=wp-embedded-content>字</blockquote><iframe class=wp-embedded-content src=http://a/{i}></iframe>"),
    }


def text_shapes():
    prose = "国家队昨日在京公布比赛结果，"
    return {
        "text/one-paragraph": repeated(prose, "<p>", "</p>"),
        "text/sentences": repeated("记者昨日在京采访。", "<p>", "</p>"),
        "text/paragraphs": repeated(f"<p>{prose}</p>"),
        "text/short-paragraphs": repeated("<p>字"),
        "text/breaks": repeated("字<br>", "<p>", "</p>"),
        "text/breaks-only": repeated("<br>", "字", "字"),
        "text/indented-breaks": repeated("<br>　　字", "<p>", "</p>"),
        "text/spaces": repeated(" ", "<p>字", "字</p>"),
        "text/wide-spaces": repeated("　", "<p>字", "字</p>"),
        "text/newlines": repeated("\n", "<p>字", "字</p>"),
        "text/nbsp": repeated("&nbsp;", "<p>字", "字</p>"),
        "text/no-break": repeated("a", "<p>", "</p>"),
        "text/latin": repeated("word ", "<p>", "</p>"),
        "text/digits": repeated("1930", "<p>", "</p>"),
        "text/numbers": repeated("1，930.5%、", "<p>", "</p>"),
        "text/opening": repeated("（", "<p>", "</p>"),
        "text/closing": repeated("）", "<p>字", "</p>"),
        "text/brackets": repeated("（字）", "<p>", "</p>"),
        "text/quotes": repeated("“", "<p>", "</p>"),
        "text/title-marks": repeated("《字", "<p>", "</p>"),
        "text/dashes": repeated("—", "<p>字", "</p>"),
        "text/ellipses": repeated("……", "<p>字", "</p>"),
        "text/combining": repeated("\u0301", "<p>字", "</p>"),
        "text/joiners": repeated("\u200d", "<p>👩", "</p>"),
        "text/emoji": repeated("👩\u200d👩\u200d👧", "<p>", "</p>"),
        "text/flags": repeated("🇦", "<p>", "</p>"),
        "text/zero-width": repeated("\u200b字", "<p>", "</p>"),
        "text/bidi": repeated("\u202e字", "<p>", "</p>"),
        "text/hangul": repeated("\u1100", "<p>", "</p>"),
        "text/thai": repeated("ก\u0e33", "<p>", "</p>"),
        "text/styles": repeated("<b>字</b>文", "<p>", "</p>"),
        "text/styles-crossed": repeated("<b>字<i>文</b>章</i>", "<p>", "</p>"),
        "text/styles-deep": repeated("<b><i><u><sup>字"),
        "text/fonts": repeated("<font color=red>字"),
        "text/spans": repeated("<span style='font-weight:bold'>字</span>文", "<p>", "</p>"),
        "text/initials": repeated("<span class=dropcap>W</span>ord ", "<p>", "</p>"),
        "text/ruby": repeated("<ruby>字<rt>zi</rt></ruby>", "<p>", "</p>"),
        "text/ruby-one": repeated("字<rt>zi</rt>", "<ruby>", "</ruby>"),
        "text/ruby-annotations": repeated("<rt>zi", "<ruby>字", "</ruby>"),
        "text/code": repeated("<code>`字</code>", "<p>", "</p>"),
        "text/backquotes": repeated("`", "<p>", "</p>"),
        "text/stars": repeated("*", "<p>字", "字</p>"),
        "text/pre": repeated("line\n", "<pre>", "</pre>"),
        "text/pre-blank": repeated("\n", "<pre>字", "</pre>"),
        "text/pre-spaces": repeated(" ", "<pre>字", "</pre>"),
        "text/pre-many": repeated("<pre>x</pre>"),
        "text/pre-tabs": repeated("\t", "<pre>字", "字</pre>"),
        "text/hard-wraps": repeated("字字字字字字字字字字字字字字字字字字字字<br>", "<p>", "</p>"),
        "text/hard-wrapped-paragraphs": repeated("<p>字字字字字字字字字字字字字字字字字字字字字字</p>"),
        "text/headings": repeated("<h2>题</h2>"),
        "text/rules": repeated("<hr>"),
        "text/bold-paragraphs": repeated("<p><b>小题</b></p>"),
        "text/title-repeated": lambda size: feed("<p>题题</p>" * (size // 13), title="题题").encode(),
        "text/long-title": lambda size: feed("<p>字</p>", title="题" * (size // 3)).encode(),
        "text/long-title-marks": lambda size: feed("<p>字</p>", title="题 - " * (size // 6)).encode(),
        "text/long-title-bars": lambda size: feed("<p>字</p>", title="题|_—" * (size // 8)).encode(),
        "text/long-title-dashes": lambda size: feed("<p>字</p>", title="-" * size, url="https://cn.reuters.com/1").encode(),
        "text/plain-lines": repeated("字\n", wrap=plain),
        "text/plain-paragraphs": repeated("字\n\n", wrap=plain),
        "text/plain-line": repeated("字", wrap=plain),
        "text/plain-blank": repeated("\n", "字", "字", wrap=plain),
        "text/plain-indented": repeated("　　字\n", wrap=plain),
        "text/plain-chapters": repeated("第1章 题\n字\n", wrap=plain),
    }


def fact_shapes():
    return {
        "fact/glosses": repeated("约翰-克里（John Kerry）", "<p>", "</p>"),
        "fact/glosses-different": repeated("<p>约翰{i}克里（John Kerry{i}）说。</p>"),
        "fact/glosses-open": repeated("约翰-克里（John ", "<p>", "</p>"),
        "fact/glosses-latin": repeated("约翰（John", "<p>", "</p>"),
        "fact/brackets-latin": repeated("(John", "<p>", "</p>"),
        "fact/dots": repeated("约翰·", "<p>", "</p>"),
        "fact/dates": repeated("2023年7月17日", "<p>", "</p>"),
        "fact/date-lines": repeated("<p>2023年7月17日 12:30</p>"),
        "fact/date-numbers": repeated("2023-07-17 12:30:45 ", "<p>", "</p>"),
        "fact/times": repeated("<time datetime=2023-07-17>字</time>"),
        "fact/hashtags": repeated("#话题{i} ", "<p>", "</p>"),
        "fact/hashtags-same": repeated("#话题# ", "<p>", "</p>"),
        "fact/tags": repeated("<a rel=tag href=http://a/{i}>标签{i}</a>"),
        "fact/tags-class": repeated("<a href=http://a/{i}>标签{i}</a>", "<p>字</p><div class=tags>", "</div>"),
        "fact/agencies": repeated("新华社路透社法新社美联社", "<p>", "</p>"),
        "fact/bylines": repeated("<p>记者：某某</p>"),
        "fact/byline-long": repeated("记者 某某、", "<p>", "</p>"),
        "fact/byline-names": repeated("张三 ", "<p>记者 ", "</p>"),
        "fact/editors": repeated("（责任编辑：某某）", "<p>", "</p>"),
        "fact/sources": repeated("<p>来源：某报</p>"),
        "fact/datelines": repeated("<p>（新华社北京7月17日电）字</p>"),
        "fact/emails": repeated("a@b.c ", "<p>", "</p>"),
        "fact/addresses": repeated("http://a/ ", "<p>", "</p>"),
        "fact/captions": repeated("<p>图为字（资料图片）</p>"),
        "fact/credits": repeated("图片来源：", "<p>", "</p>"),
        "fact/prompts": repeated("<p>点击阅读原文</p>"),
        "fact/numbers-lines": repeated("<p>1</p><p>/</p><p>2</p>"),
        "fact/colons": repeated("字：", "<p>", "</p>"),
        "fact/short-lines": repeated("<div>字</div>"),
        "fact/meta": repeated("<meta name=author content=某某{i}>", "<html><head>", "</head><body><p>字", wrap=plain),
        "fact/meta-og": repeated("<meta property=article:tag content=字{i}>", "<html><head>", "</head><body><p>字", wrap=plain),
        "fact/titles": repeated("<title>题{i}</title>", "<html><head>", "</head><body><p>字", wrap=plain),
        "fact/long-html-title": long_value("<html><head><title>", "</title></head><body><p>字</p></body></html>", filler="题_"),
        "fact/h1": repeated("<h1>题</h1><p>字</p>", "<html><head><title>题</title></head><body>", "", wrap=plain),
        "fact/microformats": repeated("<span class='author vcard'>某某</span><span class=published>2023-07-17</span>", "<article class=h-entry>"),
        "fact/json-ld": repeated('{"@type":"NewsArticle","author":{"name":"某{i}"},"datePublished":"2023-07-17"},',
                                 "<script type=application/ld+json>[", "{}]</script><p>字"),
        "fact/json-ld-deep": nested('<script type="application/ld+json">[', "]</script>"),
        "fact/json-ld-brackets": repeated("[", "<script type=application/ld+json>", "</script><p>字"),
        "fact/json-ld-objects": repeated('{"a":', "<script type=application/ld+json>", "</script><p>字"),
        "fact/json-ld-string": repeated("\\u4e2d", '<script type=application/ld+json>{"headline":"', '"}</script><p>字'),
        "fact/json-ld-open": repeated('"', "<script type=application/ld+json>{", "<p>字"),
        "fact/json-ld-many": repeated('<script type=application/ld+json>{"author":"某{i}"}</script>', "", "<p>字"),
        "fact/json-ld-keys": repeated('"k{i}":1,', "<script type=application/ld+json>{", '"z":1}</script><p>字'),
        "fact/short-links": repeated("<a href=http://rfi.my/{i}>x</a>"),
        "fact/breadcrumbs": repeated("<a href=http://a/{i}>首页</a> &gt; ", "<div class=breadcrumb>", "</div><p>字"),
    }


def markup_shapes():
    return {
        "markup/attributes": repeated(" a{i}=x", "<p", ">字"),
        "markup/attributes-same": repeated(" class=x", "<p", ">字"),
        "markup/attribute-quotes": repeated("'\"", "<p a=", ">字"),
        "markup/class": long_value(feed("<p class='").rstrip("\n"), "'>字", filler="share related "),
        "markup/classes": repeated("<p class='share-{i} related ad'>字</p>"),
        "markup/class-words": long_value(feed("<div class='").rstrip("\n"), "'>字", filler="aB"),
        "markup/style": long_value(feed("<p style='").rstrip("\n"), "'>字", filler="color:red;"),
        "markup/style-many": repeated("<p style='display:block;font-weight:bold;'>字</p>"),
        "markup/hidden": repeated("<div style='display:none'>字"),
        "markup/ids": repeated("<p id=i{i}>字</p>"),
        "markup/less-than": repeated("<", "<p>", "</p>"),
        "markup/less-than-letter": repeated("<a", "<p>", "</p>"),
        "markup/end-open": repeated("</", "<p>", "</p>"),
        "markup/bang": repeated("<!", "<p>", "</p>"),
        "markup/question": repeated("<?", "<p>", "</p>"),
        "markup/comments": repeated("<!--字-->", "<p>", "</p>"),
        "markup/comment-open": repeated("<!--", "<p>", "</p>"),
        "markup/comment-dashes": repeated("-", "<p><!--", "</p>"),
        "markup/comment-ends": repeated("--!", "<p><!--", "</p>"),
        "markup/cdata": repeated("<![CDATA[字]]>", "<p>", "</p>"),
        "markup/cdata-foreign": repeated("<![CDATA[字]]>", "<svg>", "</svg>字"),
        "markup/cdata-open": repeated("<![CDATA[", "<svg>", "</svg>字"),
        "markup/cdata-brackets": repeated("]", "<svg><![CDATA[", "</svg>字"),
        "markup/doctype": repeated("<!DOCTYPE html>", "<p>", "</p>"),
        "markup/references": repeated("&amp;", "<p>", "</p>"),
        "markup/references-long": repeated("&CounterClockwiseContourIntegral;", "<p>", "</p>"),
        "markup/references-grow": repeated("&nGt;", "<p>", "</p>"),
        "markup/ampersands": repeated("&", "<p>", "</p>"),
        "markup/ampersand-hash": repeated("&#", "<p>", "</p>"),
        "markup/number-references": repeated("&#20013;", "<p>", "</p>"),
        "markup/number-long": repeated("9", "<p>&#", ";</p>"),
        "markup/number-zeros": repeated("0", "<p>&#x", "41;</p>"),
        "markup/reference-attribute": long_value(feed("<p title='").rstrip("\n"), "'>字", filler="&amp"),
        "markup/script": long_value(feed("<script>").rstrip("\n"), "</script><p>字", filler="</scrip"),
        "markup/script-escaped": long_value(feed("<script>").rstrip("\n"), "</script><p>字", filler="<!--<script>"),
        "markup/scripts": repeated("<script>x</script>", "", "<p>字"),
        "markup/style-open": repeated("<style>", "", "<p>字"),
        "markup/textarea-open": repeated("</textare", "<textarea>", "<p>字"),
        "markup/title-open": repeated("</titl", "<title>", "<p>字"),
        "markup/unknown-names": repeated("<x{i}>字</x{i}>"),
        "markup/unknown-open": repeated("<x{i}>字"),
        "markup/long-name": long_value(feed("<").rstrip("\n"), ">字"),
        "markup/self-closing": repeated("<div/>字"),
        "markup/foreign": repeated("<svg><p>字"),
        "markup/foreign-titles": repeated("<svg><title>字</title><desc>x</desc></svg>"),
        "markup/math": repeated("<math><mi>x</mi><mo>=</mo><annotation>字</annotation></math>"),
        "markup/templates": repeated("<template>字</template>"),
        "markup/forms": repeated("<form><input><select><option>字</select></form>"),
        "markup/options": repeated("<option>字", "<select>", "</select>"),
        "markup/containers": repeated("<div class=article-body><p>国家队昨日在京公布比赛结果，众人表示满意。</p></div>"),
        "markup/containers-deep": repeated("<div class=content><p>国家队昨日在京公布比赛结果，众人表示满意。</p>"),
        "markup/articles": repeated("<article><p>国家队昨日在京公布比赛结果。</p></article>"),
        "markup/depth-and-width": halves("<div>", "<p>字</p>"),
        "markup/depth-and-links": halves("<div>", "<a href=http://a/1>字</a>"),
        "markup/depth-and-pictures": halves("<div>", "<img src=http://a/1.jpg><p>字"),
        "markup/depth-and-figures": halves("<div>", "<figure><img src=http://a/1.jpg><figcaption>字</figcaption></figure>"),
        "markup/depth-and-tables": halves("<div>", "<table><tr><td>a<td>b</table>"),
        "markup/depth-and-lists": halves("<div>", "<ul><li>字</ul>"),
        "markup/depth-and-scripts": halves("<div>", "<script type=application/ld+json>{}</script>"),
        "markup/depth-and-times": halves("<div>", "<time datetime=2023-07-17>2023年7月17日</time>"),
        "markup/depth-and-classes": halves("<div class=related>", "<div class=share>字</div>"),
        "markup/inline-depth-and-width": halves("<b>", "字<br>"),
        "markup/inline-depth-and-paragraphs": halves("<i>", "<p>字</p>"),
        "markup/link-depth-and-paragraphs": halves("<u><a href=http://a/1>", "<p>字</p>"),
        "markup/many-styles-and-paragraphs": lambda size: feed(
            "".join(f"<span><a href=http://a/{i}><span>" for i in range(size // 60)) + "<p>字</p>" * (size // 20)).encode(),
        "markup/links-open-and-lines": lambda size: feed(
            "".join(f"<object><a href=http://a/{i}>" for i in range(size // 50)) + "<p>字</p>" * (size // 20)).encode(),
        "markup/ruby-open-and-text": halves("<ruby>", "字<rt>z</rt>"),
        "markup/headings-deep": halves("<h2><div>", "<h3>字</h3>"),
        "markup/wechat": repeated("<section style='margin:0'><section><p>字</p></section></section>", wrap=lambda b: feed(b, url="https://mp.weixin.qq.com/s/1")),
    }


SITES = {
    "bbc": "https://www.bbc.com/zhongwen/simp/1", "voa": "https://www.voachinese.com/a/1.html", "rfa": "https://www.rfa.org/mandarin/1.html",
    "dw": "https://www.dw.com/zh/a-1", "cdt": "https://chinadigitaltimes.net/chinese/1.html", "weixin": "https://mp.weixin.qq.com/s/1",
    "youtube": "https://www.youtube.com/watch?v=1", "medium": "https://medium.com/@a/1", "nyt": "https://cn.nytimes.com/china/1/",
    "reuters": "https://cn.reuters.com/article/1", "paopao": "https://pao-pao.net/article/1", "nikkei": "https://cn.nikkei.com/1.html",
    "matters": "https://matters.news/@a/1", "iyouport": "https://www.iyouport.org/1", "allnow": "https://allnow.com/post/1",
}


def markdown_shapes():
    kinds = {
        "stars": "*", "stars-words": "*字 ", "strong": "**字**", "strong-open": "**字 ", "underscores": "_字", "triple": "***字",
        "backquotes": "`", "backquotes-growing": None, "code": "`字`", "brackets": "[", "brackets-close": "]", "images": "![", "links": "[a](b)",
        "links-open": "[a](", "link-titles": '[a](b "', "link-angles": "[a](<b", "references": "[a][b] ", "shortcuts": "[a] ",
        "autolinks": "<http://a/>", "autolinks-open": "<http://a", "addresses": "http://a/ ", "mail": "a@b.c ", "escapes": "\\*", "html": "<b>",
        "html-open": "<b ", "entities": "&amp;", "lines": "字\n", "paragraphs": "字\n\n", "quotes": "> 字\n", "quotes-deep": None, "lists": "- 字\n",
        "lists-loose": "- 字\n\n", "lists-deep": None, "ordered": "1. 字\n", "ordered-parens": "1) 字\n", "tasks": "- [ ] 字\n", "headings": "# 字\n",
        "setext": "字\n---\n", "rules": "---\n", "fences": "```\n字\n```\n", "fences-open": "```\n", "tildes": "~~~\n字\n", "indented": "    字\n",
        "tables": "a|b\n-|-\nc|d\n\n", "table-rows": "a|b\n", "table-false": "a|b\n-|\n", "pipes": "|", "strike": "~~字", "math": "$a_1", "notes": "字[^1]\n",
        "note-definitions": "[^1]: 字\n", "definitions": "[a]: http://b\n", "definitions-many": "[a{i}]: http://b\n", "html-blocks": "<div>\n\n字\n", "comments": "<!-- 字\n",
        "alerts": "> [!NOTE]\n> 字\n", "breaks": "字  \n", "tabs": "\t", "marks": "==字==", "wiki": "[[字]]", "wiki-open": "[[字",
    }
    found = {}
    for name, unit in kinds.items():
        if unit is not None:
            found[f"markdown/{name}"] = repeated(unit, "题 by 某\n------\n**2023-07-01**\n\n正文。\n\n", wrap=plain)
    head = "题 by 某\n------\n**2023-07-01**\n\n正文。\n\n"
    found["markdown/backquotes-growing"] = lambda size: (
        head + "".join("`" * (i + 1) + "字" for i in range(int((2 * size) ** 0.5)))).encode()
    found["markdown/quotes-deep"] = lambda size: (head + ">" * size + "字\n").encode()
    found["markdown/quotes-deep-lines"] = lambda size: (head + (">" * 500 + "字\n") * (size // 504)).encode()
    found["markdown/lists-deep"] = lambda size: (
        head + "".join(" " * (2 * i) + "- 字\n" for i in range(int(size**0.5)))).encode()
    found["markdown/lists-line"] = lambda size: (head + "- " * (size // 2) + "字\n").encode()
    found["markdown/lists-line-lines"] = lambda size: (head + ("- " * 200 + "字\n") * (size // 404)).encode()
    found["markdown/table-ragged"] = halves("a|", "b|\n", head, "\n" + "-|" * 2 + "\n", wrap=plain)
    found["markdown/table-wide"] = lambda size: (head + "a|" * (size // 5) + "\n" + "-|" * (size // 5) + "\n" + "b|\n" * (size // 15)).encode()
    found["markdown/definitions-used"] = lambda size: (
        head + "".join(f"[a{i}]: http://b/{i}\n" for i in range(size // 60)) + "\n" + "".join(f"[x][a{i}] " for i in range(size // 30))).encode()
    found["markdown/definition-long"] = lambda size: (
        head + "[a]: http://b/" + "c" * (size // 2) + "\n\n" + "[a] " * (size // 8)).encode()
    found["markdown/link-then-emphasis"] = repeated("*a [b*](c) ", head, wrap=plain)
    found["markdown/crlf"] = repeated("字\r\n\r\n", head, wrap=plain)
    for site, url in SITES.items():
        found[f"site/{site}/paragraphs"] = repeated("<p>字</p>", wrap=lambda b, u=url: feed(b, url=u))
        found[f"site/{site}/links"] = repeated("<p><a href=http://a/{i}>题</a></p>", wrap=lambda b, u=url: feed(b, url=u))
        found[f"site/{site}/pictures"] = repeated("<div><img src=http://a/{i}.jpg><p>字</p></div>", wrap=lambda b, u=url: feed(b, url=u))
        found[f"site/{site}/divs"] = repeated("<div class=c><span>字</span><b>文</b>", wrap=lambda b, u=url: feed(b, url=u))
        found[f"site/{site}/lists"] = repeated("<ul><li><a href=http://a/{i}>题</a><li>字</ul>", wrap=lambda b, u=url: feed(b, url=u))
    return found


def front_matter_shapes():
    def matter(unit, before="", after=""):
        return repeated(unit, "---\nlayout: post\ntitle: 题\n" + before, after + "---\n\n<p>字</p>\n", wrap=plain)

    return {
        "matter/keys": matter("key{i}: x\n"),
        "matter/same-key": matter("title: x\n"),
        "matter/long-value": matter("x", "description: ", "\n"),
        "matter/tags": matter("字{i}, ", "tags: [ ", "]\n"),
        "matter/tags-lines": matter("- 字{i}\n", "tags:\n"),
        "matter/brackets": matter("[", "tags: ", "\n"),
        "matter/braces": matter("{a: ", "x: ", "\n"),
        "matter/quotes": matter("'", "x: '", "\n"),
        "matter/indent": matter(" ", "x:\n", "y: z\n"),
        "matter/anchors": matter("a{i}: &a{i} [x]\n"),
        "matter/aliases": repeated("*a,", "---\ntitle: 题\na: &a [x,x,x,x,x,x,x,x]\nb: [", "]\n---\n\n<p>字</p>\n", wrap=plain),
        "matter/laughs": lambda size: (
            "---\ntitle: 题\na0: &a0 [x,x]\n" + "".join(f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 40))
            + "---\n\n" + "<p>字</p>" * (size // 10)).encode(),
        "matter/block": matter("  字\n", "description: |\n"),
        "matter/folded": matter("  字\n\n", "description: >\n"),
        "matter/comments": matter("# x\n"),
        "matter/open": repeated("key: x\n", "---\n", "", wrap=plain),
        "matter/dashes": repeated("---\n", "---\ntitle: x\n", "", wrap=plain),
        "matter/toml": repeated("k{i} = 'x'\n", "+++\ntitle = '题'\n", "+++\n\n字\n", wrap=plain),
        "matter/toml-tables": repeated("[t{i}]\n", "+++\ntitle = '题'\n", "+++\n\n字\n", wrap=plain),
        "matter/toml-arrays": repeated("[", "+++\ntitle = '题'\na = ", "\n+++\n\n字\n", wrap=plain),
        "matter/json": repeated('"k{i}": [1],', '{"title": "题",', '"z": 1}\n\n字\n', wrap=plain),
        "matter/json-brackets": repeated("[", '{"title": ', "}\n\n字\n", wrap=plain),
    }


def encoding_shapes():
    prose = "国家队昨日在京公布比赛结果，众人表示满意。\n"

    def encoded(codec, before=b""):
        return lambda size: before + (prose * (size // 60)).encode(codec)

    def raw(unit):
        return lambda size: unit * max(1, size // len(unit))

    return {
        "bytes/gb18030": encoded("gb18030"),
        "bytes/big5": lambda size: ("國家隊昨日在京公佈比賽結果，眾人表示滿意。\n" * (size // 60)).encode("big5"),
        "bytes/utf16": encoded("utf-16-le", b"\xff\xfe"),
        "bytes/utf16-be": encoded("utf-16-be", b"\xfe\xff"),
        "bytes/continuations": raw(b"\x80"),
        "bytes/ff": raw(b"\xff"),
        "bytes/fe-ff": raw(b"\xfe\xff"),
        "bytes/nul": raw(b"\0"),
        "bytes/nul-text": raw("字\0".encode()),
        "bytes/cr": raw(b"\r"),
        "bytes/cr-text": raw("字\r".encode()),
        "bytes/cut": raw(b"\xe5\xad"),
        "bytes/surrogates": lambda size: b"\xff\xfe" + b"\x00\xd8" * (size // 2),
        "bytes/broken-lines": raw(b"\xe5\xad\n"),
        "bytes/latin": raw(b"caf\xe9 "),
        "bytes/boms": raw(b"\xef\xbb\xbf"),
        "bytes/controls": raw(b"\x1b[2J"),
        "bytes/gb-halves": raw(b"\x81\x30\x81"),
    }


def limit_memory():
    """Makes a shape that takes all memory end the program, not the machine."""
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))


class Measure:
    def __init__(self, program, folder, seconds):
        self.program = program
        self.folder = folder
        self.seconds = seconds

    def run(self, command, path):
        """Processor seconds, peak memory in bytes, exit status; status -9 when the time ran out."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "YUELAN"))}
        home = tempfile.mkdtemp(dir=self.folder)
        environment.update(HOME=home, LANG="C.UTF-8", TERM="xterm-256color")
        process = subprocess.Popen(
            [self.program, *COMMANDS[command], path], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, preexec_fn=limit_memory)
        timer = threading.Timer(self.seconds, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        shutil.rmtree(home, ignore_errors=True)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, process.returncode

    def shape(self, make, size):
        path = os.path.join(self.folder, "shape.md")
        with open(path, "wb") as file:
            file.write(make(size))
        return path, os.path.getsize(path)


def is_refused(path, status):
    """Whether the program refused the file because its first bytes are not a dump's: text contains no NUL."""
    with open(path, "rb") as file:
        return status == 3 and b"\0" in file.read(512)


def verdict_on_growth(measure, make, command, sizes):
    """The ratio of times a byte, or `None` if it is linear, the memory, and what went wrong."""
    worst = None
    for _ in range(2):
        seconds, lengths = [], []
        problem = None
        memory = 0
        for size in sizes:
            path, length = measure.shape(make, size)
            spent, peak, status = measure.run(command, path)
            seconds.append(spent)
            lengths.append(length)
            memory = max(memory, (peak - 64 * MEBIBYTE) / length)
            if status not in (0, 1) and not is_refused(path, status):
                problem = f"ended with {status} after {spent:.1f} s"
                break
            if peak > 64 * MEBIBYTE + 6 * length:
                problem = f"took {peak / MEBIBYTE:.0f} MiB for {length / MEBIBYTE:.2f} MiB"
        if problem is None and seconds[1] > SHORTEST:
            ratio = seconds[1] / max(seconds[0], 0.01) * (4 * lengths[0] / lengths[1])
            if ratio > WORST_RATIO:
                problem = f"took {ratio:.1f} times as long for four times the bytes ({seconds[1]:.2f} s)"
        if problem is None:
            return seconds[-1], memory, None
        worst = (seconds[-1], memory, problem)
        if "times as long" not in problem:
            break
    return worst


def verdict_on_large(measure, make, command, size):
    path, length = measure.shape(make, size)
    spent, peak, status = measure.run(command, path)
    memory = (peak - 64 * MEBIBYTE) / length
    if status not in (0, 1) and not is_refused(path, status):
        return spent, memory, f"ended with {status} after {spent:.1f} s"
    if memory > 6:
        return spent, memory, f"took {peak / MEBIBYTE:.0f} MiB for {length / MEBIBYTE:.0f} MiB"
    if spent > SECONDS_PER_MEBIBYTE * length / MEBIBYTE:
        return spent, memory, f"took {spent:.1f} s for {length / MEBIBYTE:.0f} MiB"
    return spent, memory, None


# One of each kind of danger, for every run of the tests.
SHORT = (
    "table/ragged table/rowspan table/colspan table/square table/many list/deep list/tabs link/related link/in-one-paragraph"
    " link/page-url picture/one-figure picture/srcset picture/one-figure-long-caption text/breaks text/spaces text/short-paragraphs"
    " text/styles-crossed text/pre-blank text/combining fact/glosses-different fact/json-ld fact/hashtags fact/bylines"
    " markup/attributes markup/less-than markup/comment-open markup/depth-and-width markup/links-open-and-lines"
    " markup/unknown-names markdown/brackets markdown/lists-line markdown/quotes-deep markdown/backquotes-growing"
    " matter/tags matter/laughs bytes/gb18030 bytes/nul-text html/b/nested html/table/open html/a/open"
).split()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", nargs="?")
    parser.add_argument("--only", default="", help="shapes whose names hold this")
    parser.add_argument("--commands", default="json,set,index", help=", ".join(COMMANDS))
    parser.add_argument("--sizes", default="256,1024", help="KiB, the second four times the first")
    parser.add_argument("--large", type=int, default=0, help="MiB; reads every shape at this size instead")
    parser.add_argument("--short", action="store_true", help="one shape of each kind")
    parser.add_argument("--list", action="store_true", help="name the shapes")
    parser.add_argument("--seconds", type=float, default=60, help="when a command is ended")
    parser.add_argument("--verbose", action="store_true", help="figures of every shape")
    arguments = parser.parse_args()
    known = shapes()
    names = [n for n in (SHORT if arguments.short else known) if arguments.only in n]
    if arguments.list:
        print("\n".join(names))
        return 0
    sizes = [int(size) << 10 for size in arguments.sizes.split(",")]
    failures = 0
    highest = (0.0, "")
    with tempfile.TemporaryDirectory(prefix="yuelan-shapes-") as folder:
        measure = Measure(os.path.abspath(arguments.program), folder, arguments.seconds)
        for name in names:
            for command in arguments.commands.split(","):
                if arguments.large:
                    spent, memory, problem = verdict_on_large(measure, known[name], command, arguments.large << 20)
                else:
                    spent, memory, problem = verdict_on_growth(measure, known[name], command, sizes)
                highest = max(highest, (memory, f"{name} ({command})"))
                if problem:
                    failures += 1
                    print(f"{name} ({command}): {problem}", flush=True)
                elif arguments.verbose:
                    print(f"{name} ({command}): {spent:.2f} s, 64 MiB + {memory:.1f} times the file", flush=True)
    print(f"{len(names)} shapes, {failures} failures; most memory: 64 MiB + {highest[0]:.1f} times the file, {highest[1]}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
