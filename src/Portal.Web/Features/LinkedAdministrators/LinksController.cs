using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.LinkedAdministrators;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Accounts.SignIn;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.LinkedAdministrators;

/// <summary>Linking an administrator ID with its password, or confirming a link with the new one (LINK-4).</summary>
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.LinkedAdministrators)]
[Route("account/linked-ids/link")]
[RoleGuard(AccountRole.LinkedManager)]
public sealed class LinksController(LinkPassword password, LinkCodes codes, CurrentSession session, CurrentTenant tenant,
    IStringLocalizer<LinkedText> text) : Controller
{
    private DoorProfile Door => tenant.Value.Door(tenant.Value.Profile.LinkedAdministrators!.AdministratorDoor);

    [HttpGet]
    public IActionResult New([FromQuery] string? id) => View("Link", Fill(new LinkPage { Identifier = id }));

    [HttpPost]
    [OwnTransaction]
    public async Task<IActionResult> Create(LinkPage form)
    {
        ArgumentNullException.ThrowIfNull(form);
        Fill(form);
        Require(nameof(form.Identifier), form.Identifier, form.IdLabel);
        Require(nameof(form.Password), form.Password, text["Password"]);
        if (!ModelState.IsValid)
        {
            return Again(form);
        }

        var request = new SignInRequest(Door, form.Identifier!, null, form.Password!, KnownAccounts.None);
        switch (await password.EnterAsync(session.Session, request))
        {
            case LinkOutcome.Linked linked:
                TempData.Success(text[linked.Again ? "ConfirmedDone" : "LinkedDone", linked.Administrator.UserName!]);
                return new SeeOtherResult(LinkedPaths.Ids);
            case LinkOutcome.FactorNeeded needed:
                return await AskAsync(needed.Token);
            case LinkOutcome.Throttled throttled:
                Response.Headers.RetryAfter = ((int)throttled.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return StatusCode(StatusCodes.Status429TooManyRequests);
            case LinkOutcome.SessionOver:
                return Challenge();
            case LinkOutcome.TooBusy:
                return StatusCode(StatusCodes.Status503ServiceUnavailable);
            case var refused:
                ModelState.AddModelError("", Words(refused, form));
                return Again(form);
        }
    }

    private async Task<SeeOtherResult> AskAsync(string token)
    {
        if (codes.WhyNotSent(await codes.BeginAsync(HttpContext, token)) is { } why)
        {
            TempData.Warning(why);
        }

        return new SeeOtherResult(LinkedPaths.Code);
    }

    private string Words(LinkOutcome outcome, LinkPage form) => outcome switch
    {
        LinkOutcome.TooMany => text["TooMany"],
        LinkOutcome.PasswordUnset unset => text["PasswordUnset", unset.LoginId],
        _ => text["NoMatch", form.IdLabel],
    };

    private LinkPage Fill(LinkPage page)
    {
        (page.IdLabel, page.Limit) = (Door.Identifier.Label.ToString(), tenant.Value.Lockout.Limit);
        return page;
    }

    private ViewResult Again(LinkPage form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Link", form);
    }

    private void Require(string field, string? value, string label)
    {
        if (string.IsNullOrWhiteSpace(value) && ModelState.GetFieldValidationState(field) != ModelValidationState.Invalid)
        {
            ModelState.AddModelError(field, text["Enter", FormWords.InSentence(label)]);
        }
    }
}
