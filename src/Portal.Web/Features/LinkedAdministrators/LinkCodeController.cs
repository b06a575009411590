using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Rules.SecondFactors;
using Portal.Rules.Text.Counting;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Mail.Marks;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.LinkedAdministrators;

/// <summary>The second factor of an administrator ID that is being linked (AZ-09).</summary>
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.LinkedAdministrators)]
[Route("account/linked-ids/link/code")]
[RoleGuard(AccountRole.LinkedManager)]
public sealed class LinkCodeController(LinkCodes codes, CurrentTenant tenant, IStringLocalizer<LinkedText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> New([FromQuery] FactorMethod? method)
    {
        if (await codes.FindAsync(HttpContext) is not { } attempt)
        {
            return new SeeOtherResult(LinkedPaths.Link);
        }

        var available = await codes.AvailableAsync(attempt);
        return available.Count == 0 ? View("NoCode", attempt.User) : View("LinkCode", Page(attempt, available, method));
    }

    [HttpPost]
    public async Task<IActionResult> Create(LinkCodePage form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await FindAsync(form.Attempt) is not { } attempt)
        {
            return Over();
        }

        if (string.IsNullOrWhiteSpace(form.Code))
        {
            return await AgainAsync(attempt, form, text["EnterCode"]);
        }

        var (code, linked) = await codes.EnterAsync(attempt, form.Method, form.Code);
        if (linked is not null)
        {
            codes.End(HttpContext);
            TempData.Success(text[linked.Again ? "ConfirmedDone" : "LinkedDone", linked.Administrator.UserName!]);
            return new SeeOtherResult(LinkedPaths.Ids);
        }

        return code switch
        {
            CodeOutcome.Wrong wrong => await AgainAsync(attempt, form, text[CountedKey.Of("CodeWrong", wrong.TriesLeft), wrong.TriesLeft]),
            CodeOutcome.Unfit => await AgainAsync(attempt, form, text["CodeUnfit"]),
            CodeOutcome.Superseded => await AgainAsync(attempt, form, text["CodeSuperseded"]),
            CodeOutcome.Expired => await AgainAsync(attempt, form, text["CodeExpired"]),
            CodeOutcome.NotOffered => new SeeOtherResult(LinkedPaths.Code),
            _ => Over(),
        };
    }

    /// <summary>Mails a code, the first or another one.</summary>
    [HttpPost("resend")]
    public async Task<IActionResult> Resend(Guid attempt)
    {
        if (await FindAsync(attempt) is not { } found)
        {
            return Over();
        }

        if (!(await codes.AvailableAsync(found)).Contains(FactorMethod.EmailCode))
        {
            return new SeeOtherResult(LinkedPaths.Code);
        }

        if (codes.WhyNotSent(await codes.SendAsync(found)) is { } why)
        {
            TempData.Warning(why);
        }
        else
        {
            TempData.Success(text["CodeSent"]);
        }

        return new SeeOtherResult($"{LinkedPaths.Code}?method={FactorMethod.EmailCode}");
    }

    /// <summary>The one of this browser, if the form is of it.</summary>
    private async Task<SignInAttempt?> FindAsync(Guid form) =>
        await codes.FindAsync(HttpContext) is { } attempt && attempt.Id == form ? attempt : null;

    private SeeOtherResult Over()
    {
        TempData.Warning(text["LinkOver"]);
        return new SeeOtherResult(LinkedPaths.Link);
    }

    private async Task<IActionResult> AgainAsync(SignInAttempt attempt, LinkCodePage form, string error)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.Remove(nameof(form.Code));
        ModelState.AddModelError(nameof(form.Code), error);
        return View("LinkCode", Page(attempt, await codes.AvailableAsync(attempt), form.Method));
    }

    private LinkCodePage Page(SignInAttempt attempt, IReadOnlyList<FactorMethod> available, FactorMethod? wished)
    {
        var method = wished is { } asked && available.Contains(asked) ? asked : SecondFactorRules.First(available);
        ModelState.Remove(nameof(LinkCodePage.Method));
        return new LinkCodePage
        {
            Method = method,
            Attempt = attempt.Id,
            LoginId = attempt.User!.UserName!,
            IdLabel = tenant.Value.Door(attempt.User.Door).Identifier.Label.ToString(),
            MaskedAddress = MaskedEmail.Of(attempt.User.Email),
            IsSent = attempt.CodeSentAt is not null,
            Minutes = tenant.Value.Profile.SecondFactor.CodeMinutes,
            Others = [.. available.Where(other => other != method)],
        };
    }
}
