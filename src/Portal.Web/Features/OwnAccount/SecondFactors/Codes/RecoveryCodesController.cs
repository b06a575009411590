using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Portal.Rules.SecondFactors;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.SecondFactors.Codes;

public sealed class RecoverySheetPage
{
    /// <summary>"I have saved them in a safe place."</summary>
    public bool Saved { get; set; }

    public string? SheetToken { get; set; }

    [BindNever]
    public IReadOnlyList<string> Codes { get; set; } = [];

    [BindNever]
    public string LoginId { get; set; } = "";
}

/// <param name="MayMake">Recovery codes stand in for a factor, so there must be one.</param>
public sealed record RecoveryCodesPage(int Left, bool MayMake);

/// <summary>
/// Recovery codes: how many are left, new ones, and the one page that shows them (MFA-1). Whoever has that page proves
/// it by its seal: codes that were made are not lost because writing them down took longer than a proof lasts (SAFE-2).
/// </summary>
[TenantFeature(TenantFeatures.SecondFactor)]
[Route("account/recovery-codes")]
public sealed class RecoveryCodesController(SecurityPages pages, RecoveryCodes codes, RecoverySheetSeal seal, OneTimeSecrets secrets,
    CurrentSession session, CurrentTenant tenant, IDisplayTime time, TimeProvider clock,
    IStringLocalizer<SecondFactorsText> text) : Controller
{
    private const string Separator = " ";

    private bool IsOffered => pages.Policy.Accepts(FactorMethod.RecoveryCode);

    /// <summary>Carries new codes over the redirect to the page that shows them once.</summary>
    public static void Keep(ITempDataDictionary tempData, Guid userId, IReadOnlyList<string> made) =>
        OneTimeSecret.Keep(tempData, new OneTimeSecret(userId, string.Join(Separator, made), DateTimeOffset.MaxValue));

    [HttpGet("")]
    [FreshProof]
    public async Task<IActionResult> Show()
    {
        if (!IsOffered)
        {
            return NotFound();
        }

        return await secrets.RedeemAsync(TempData, session.UserId) is { } made
            ? View("RecoverySheet", Sheet(made.Text.Split(Separator)))
            : View("RecoveryCodes", await StateAsync());
    }

    [HttpPost("")]
    [FreshProof]
    public async Task<IActionResult> Create()
    {
        if (!IsOffered)
        {
            return NotFound();
        }

        var state = await StateAsync();
        if (!state.MayMake)
        {
            ModelState.AddModelError("", text["CodesNeedFactor"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("RecoveryCodes", state);
        }

        Keep(TempData, session.UserId, await codes.MakeAsync(await pages.UserAsync()));
        return new SeeOtherResult(AccountPaths.RecoveryCodes);
    }

    [HttpPost("file")]
    [Download]
    public IActionResult Download(RecoverySheetPage form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!IsOffered)
        {
            return NotFound();
        }

        if (seal.Read(session.UserId, form.SheetToken) is not { } made)
        {
            return Gone();
        }

        var lines = (string[])[text["FileTitle", tenant.Value.Profile.Name.ToString(), session.LoginId],
            text["FileMade", time.ToZone(clock.GetUtcNow())
                .ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture)], "", .. made, "", text["FileUse"]];
        return File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n")).ToArray(),
            "text/plain; charset=utf-8", text["FileName"]);
    }

    [HttpPost("saved")]
    public IActionResult Save(RecoverySheetPage form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!IsOffered)
        {
            return NotFound();
        }

        if (seal.Read(session.UserId, form.SheetToken) is not { } made)
        {
            return Gone();
        }

        if (form.Saved)
        {
            TempData.Success(text["CodesSaved"]);
            return new SeeOtherResult(AccountPaths.Security);
        }

        ModelState.AddModelError(nameof(form.Saved), text["ConfirmSaved"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("RecoverySheet", Sheet(made));
    }

    private SeeOtherResult Gone()
    {
        TempData.Warning(text["CodesGone"]);
        return new SeeOtherResult(AccountPaths.RecoveryCodes);
    }

    private RecoverySheetPage Sheet(IReadOnlyList<string> made)
    {
        ModelState.Remove(nameof(RecoverySheetPage.SheetToken));
        return new() { Codes = made, SheetToken = seal.Write(session.UserId, made), LoginId = session.LoginId };
    }

    private async Task<RecoveryCodesPage> StateAsync()
    {
        var page = await pages.ReadAsync();
        return new RecoveryCodesPage(page.Facts.RecoveryCodes, page.Usable.Count > 0);
    }
}
