using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Layout;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.Preferences;

/// <summary>
/// Language, time zone and theme, each of which can be left to
/// the site (PROF-1). Pages follow at once, and so do mails.
/// </summary>
[Route("account/preferences")]
public sealed class PreferencesController(UserPreferences preferences, CurrentSession session, CurrentTenant tenant, ICookieNames cookies,
    IStringLocalizer<PreferencesText> text) : PreferenceController(cookies)
{
    private static readonly string[] Themes = ["system", "light", "dark"];

    [HttpGet("")]
    public IActionResult Edit()
    {
        var now = Domain.Accounts.Details.Preferences.Of(session.User);
        var form = new PreferencesForm { Language = now.Language, TimeZone = now.TimeZone, Theme = now.Theme };
        form.See(now);
        return View("Preferences", form);
    }

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Update(PreferencesForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var wanted = form.Wanted;
        Check(wanted);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Preferences", form);
        }

        if (await preferences.ChangeAsync(form.Seen, wanted) == ChangeOutcome.Conflict)
        {
            return Conflict(form);
        }

        KeepInBrowser(wanted);
        CultureInfo.CurrentUICulture = new CultureInfo(wanted.Language ?? tenant.Value.Profile.DefaultLanguage);
        TempData.Success(text["Saved"]);
        return new SeeOtherResult(AccountPaths.Preferences);
    }

    private void Check(Domain.Accounts.Details.Preferences wanted)
    {
        if (wanted.Language is { } language && !tenant.Value.Profile.Languages.Contains(language))
        {
            ModelState.AddModelError(nameof(PreferencesForm.Language), text["ChooseLanguage"]);
        }

        if (wanted.TimeZone is { } zone && !TimeZones.Has(zone))
        {
            ModelState.AddModelError(nameof(PreferencesForm.TimeZone), text["ChooseTimeZone"]);
        }

        if (wanted.Theme is { } theme && !Themes.Contains(theme))
        {
            ModelState.AddModelError(nameof(PreferencesForm.Theme), text["ChooseTheme"]);
        }
    }

    /// <summary>What the browser remembers counts where the account says nothing, so it must not contradict.</summary>
    private void KeepInBrowser(Domain.Accounts.Details.Preferences wanted)
    {
        var language = wanted.Language ?? tenant.Value.Profile.DefaultLanguage;
        Keep("culture", CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)));
        Keep("theme", wanted.Theme ?? Themes[0]);
    }

    private ViewResult Conflict(PreferencesForm form)
    {
        form.Newer = Domain.Accounts.Details.Preferences.Of(session.User);
        form.See(form.Newer);
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Preferences", form);
    }
}
