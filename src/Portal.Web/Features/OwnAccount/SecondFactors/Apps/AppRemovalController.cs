using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.SecondFactors.Apps;

/// <summary>Removing an authenticator app of one's own; the last factor stays where one is demanded (MF-21).</summary>
[TenantFeature(TenantFeatures.SecondFactor)]
[FreshProof]
[Route("account/mfa/totp/{id:guid}/delete")]
public sealed class AppRemovalController(SecurityPages pages, AppRegistrations apps, FactorSession sessions,
    IStringLocalizer<SecondFactorsText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(Guid id) =>
        await FindAsync(id, new RemovePage { EndOthers = true }) is { } page ? View("AppRemove", page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, RemovePage form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await FindAsync(id, form) is not { } page)
        {
            return NotFound();
        }

        if (await apps.RemoveAsync(await pages.UserAsync(), id) != AppRemovalOutcome.Removed)
        {
            ModelState.AddModelError("", text["LastFactor"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("AppRemove", page);
        }

        await sessions.EndOthersAsync(form.EndOthers);
        TempData.Success(text["AppRemoved", page.App!.Name]);
        return new SeeOtherResult(AccountPaths.Mfa);
    }

    private async Task<RemovePage?> FindAsync(Guid id, RemovePage page)
    {
        page.App = (await apps.ListAsync((await pages.UserAsync()).Id)).FirstOrDefault(app => app.Id == id);
        return page.App is null ? null : page;
    }
}
