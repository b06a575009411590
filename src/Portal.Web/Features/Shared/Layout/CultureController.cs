using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Shared.Layout;

[AllowAnonymous]
[Route("culture")]
public sealed class CultureController(ICookieNames cookies, IEnumerable<IPreferenceStore> stores) : PreferenceController(cookies)
{
    private static readonly string[] Languages = ["ja", "en"];

    [HttpPost]
    [SentAgain]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Set(string? culture, string? returnUrl, CancellationToken cancellationToken)
    {
        if (!Languages.Contains(culture))
            return Back(returnUrl);
        Keep("culture", CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture!)));
        foreach (var store in stores)
            await store.SaveCultureAsync(culture!, cancellationToken);
        return Back(returnUrl);
    }
}
