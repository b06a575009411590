using Microsoft.Playwright;
using Shouldly;

namespace Portal.Browser.Tests.Checks;

/// <summary>A10: how a refused form comes back.</summary>
public static class ErrorSummary
{
    /// <summary>Title, focus, links, the same words in both places, and no password in the page.</summary>
    public static async Task ShouldListErrorsAsync(this Window window, IResponse answer)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(answer);
        var page = window.Page;
        answer.Status.ShouldBe(422);
        (await page.TitleAsync()).ShouldMatch("^(エラー：|Error: )");
        (await page.EvaluateAsync<bool>("document.activeElement.matches('.p-errors')")).ShouldBeTrue("focus is on the summary");
        (await WordsAsync(page, ".p-errors__list li")).ShouldBe(await WordsAsync(page, ".p-field__error"), ignoreOrder: true);
        (await page.EvaluateAsync<bool>("[...document.querySelectorAll('input[type=password]')].every(e => !e.value)"))
            .ShouldBeTrue("passwords are cleared");
        await LinksLeadToControlsAsync(page);
    }

    private static async Task LinksLeadToControlsAsync(IPage page)
    {
        foreach (var link in await page.Locator(".p-errors__list a").AllAsync())
        {
            var target = (await link.GetAttributeAsync("href"))!.TrimStart('#');
            await link.ClickAsync();
            (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe(target);
        }
    }

    private static async Task<string[]> WordsAsync(IPage page, string selector) => await page.EvaluateAsync<string[]>(
        """
        selector => [...document.querySelectorAll(selector)].map(e => {
          const copy = e.cloneNode(true);
          copy.querySelectorAll('.vh').forEach(hidden => hidden.remove());
          return copy.textContent.trim();
        })
        """,
        selector);
}
