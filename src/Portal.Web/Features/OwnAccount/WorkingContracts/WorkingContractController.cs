using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Memberships;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.OwnAccount.WorkingContracts;

/// <param name="ReturnUrl">The page that comes after switching; null for the home page.</param>
public sealed record WorkingContractPage(IReadOnlyList<ContractChoice> Choices, string? ReturnUrl);

/// <summary>For which of one's contracts one works, and going on with another (CONT-2).</summary>
[Route("account/contract")]
[ServedIn(Site.Tenant)]
[MembersOnly]
[ClosedWhileActing]
public sealed class WorkingContractController(WorkingContract contracts, CurrentSession session, SessionCookies cookies, AuditLog audit,
    IStringLocalizer<WorkingContractText> text) : Controller
{
    [HttpGet("")]
    public async Task<ViewResult> Index(string? returnUrl) =>
        View("WorkingContract", new WorkingContractPage(await contracts.ChoicesAsync(), ReturnUrl.OrNull(HttpContext, returnUrl)));

    /// <param name="number">Of the contract.</param>
    /// <param name="returnUrl">A page that perhaps is that contract's (CASE-7).</param>
    [HttpPost("")]
    public async Task<IActionResult> Switch(string? number, string? returnUrl)
    {
        var choices = await contracts.ChoicesAsync();
        if (choices.FirstOrDefault(each => each.Contract.Number == number) is not { } chosen)
        {
            audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, number ?? "", session.User.ContractId));
            return NotFound();
        }

        if (!chosen.IsCurrent)
        {
            if (await contracts.MoveAsync(chosen) is not { } sid)
            {
                return Challenge();
            }

            cookies.Renew(HttpContext, sid);
        }

        TempData.Success(text["Switched", chosen.Contract.Number]);
        return new SeeOtherResult(ReturnUrl.OrNull(HttpContext, returnUrl) ?? HomePaths.Home);
    }
}
