using Microsoft.Playwright;

namespace Portal.Browser.Tests.Checks;

/// <summary>
/// A2 and B1: one h1, one main, a language, a title, ids that are unique, headings that skip no level, no field that
/// browsers may not fill.
/// </summary>
internal static class Frame
{
    private const string Body = """
        const found = [];
        const only = selector => { const n = document.querySelectorAll(selector).length; if (n !== 1) found.push(`${n} of ${selector}`); };
        only('h1'); only('main'); only('head > title');
        if (!/^(ja|en)$/.test(document.documentElement.lang)) found.push('lang: ' + document.documentElement.lang);
        if (!/.(｜| – )./.test(document.title)) found.push('title: ' + document.title);
        const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
        for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) found.push('id twice: ' + id);
        let last = 1;
        for (const heading of document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')) {
          const level = +heading.tagName[1];
          if (heading.closest('.p-errors')) continue;
          if (level > last + 1) found.push('skipped level: ' + name(heading));
          last = level;
        }
        for (const e of document.querySelectorAll('[style], style, script:not([src])')) found.push('inline: ' + name(e));
        for (const e of document.querySelectorAll('[autocomplete=off]')) found.push('autocomplete off: ' + name(e));
        return found;
        """;

    public static Task<IReadOnlyList<string>> FindAsync(IPage page) => Script.FindAsync(page, Body);
}
