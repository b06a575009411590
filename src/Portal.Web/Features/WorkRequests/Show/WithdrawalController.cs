using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.WorkRequests;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.WorkRequests.Show;

/// <summary>Takes a request back until it is decided, which frees its points (WORK-3).</summary>
[Route("requests/{number:length(9)}/withdraw")]
[WorkRequestGuard]
public sealed class WithdrawalController(WorkDecisions decisions, CurrentSession session, IStringLocalizer<WorkRequestsText> text)
    : WorkRequestController(session)
{
    private readonly CurrentSession session = session;

    [HttpGet("")]
    public IActionResult New([Guarded] WorkRequestTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.MayWithdraw ? View("Withdraw", target) : NotNow(target);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create([Guarded] WorkRequestTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!target.MayWithdraw || await decisions.WithdrawAsync(target.Row.Id, session.User) is not WorkOutcome.Done)
        {
            return NotNow(target);
        }

        TempData.Success(text["Withdrawn", WorkRequestNumber.Of(target.Row.Number)]);
        return new SeeOtherResult(target.Path);
    }

    private SeeOtherResult NotNow(WorkRequestTarget target)
    {
        TempData.Warning(text["NotWithdrawable"]);
        return new SeeOtherResult(target.Path);
    }
}
