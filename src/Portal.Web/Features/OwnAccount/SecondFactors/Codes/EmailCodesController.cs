using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Rules.SecondFactors;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.SecondFactors.Codes;

public sealed class EmailCodesPage
{
    public bool On { get; set; }

    public bool EndOthers { get; set; }

    [BindNever]
    public PortalUser User { get; set; } = null!;

    /// <summary>False where a factor is demanded: then mailed codes are there without a switch.</summary>
    [BindNever]
    public bool IsChoice { get; set; }
}

/// <summary>"Use a one-time code at sign-in" and "do not" (USER-4).</summary>
[TenantFeature(TenantFeatures.SecondFactor)]
[FreshProof]
[Route("account/mfa/email")]
public sealed class EmailCodesController(SecurityPages pages, EmailCodeSwitch codes, FactorSession sessions,
    IStringLocalizer<SecondFactorsText> text) : Controller
{
    private bool IsOffered => pages.Policy.Accepts(FactorMethod.EmailCode);

    [HttpGet("")]
    public async Task<IActionResult> Edit()
    {
        var user = await pages.UserAsync();
        return IsOffered
            ? View("EmailCodes", Fill(new EmailCodesPage { On = user.WantsSecondFactor, EndOthers = true }, user))
            : NotFound();
    }

    [HttpPost("")]
    public async Task<IActionResult> Update(EmailCodesPage form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var user = await pages.UserAsync();
        if (!IsOffered)
        {
            return NotFound();
        }

        if (!codes.IsChoice(user))
        {
            return Again(form, user, "EmailRequired");
        }

        var outcome = await codes.SetAsync(user, form.On);
        if (outcome == EmailSwitchOutcome.NoProvenAddress)
        {
            return Again(form, user, "EmailUnproven");
        }

        if (outcome == EmailSwitchOutcome.AddressBounces)
        {
            return Again(form, user, "EmailBounces");
        }

        await sessions.EndOthersAsync(form.EndOthers && outcome == EmailSwitchOutcome.Switched);
        TempData.Success(text[form.On ? "EmailOn" : "EmailOff"]);
        return new SeeOtherResult(AccountPaths.Mfa);
    }

    private ViewResult Again(EmailCodesPage form, PortalUser user, string key)
    {
        ModelState.AddModelError("", text[key]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("EmailCodes", Fill(form, user));
    }

    private EmailCodesPage Fill(EmailCodesPage page, PortalUser user)
    {
        (page.User, page.IsChoice) = (user, codes.IsChoice(user));
        return page;
    }
}
