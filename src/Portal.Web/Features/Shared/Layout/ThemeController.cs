using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Shared.Layout;

[AllowAnonymous]
[Route("theme")]
public sealed class ThemeController(ICookieNames cookies, IEnumerable<IPreferenceStore> stores) : PreferenceController(cookies)
{
    private static readonly string[] Themes = ["system", "light", "dark"];

    [HttpPost]
    [SentAgain]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Set(string? theme, string? returnUrl, CancellationToken cancellationToken)
    {
        if (!Themes.Contains(theme))
            return Back(returnUrl);
        Keep("theme", theme!);
        foreach (var store in stores)
            await store.SaveThemeAsync(theme!, cancellationToken);
        return Back(returnUrl);
    }
}
