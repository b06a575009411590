using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Audit.Histories;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Export;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.Exports;

/// <summary>One's own long files: those that wait, those that are ready for a day (HIST-3).</summary>
[Route("account/exports")]
public sealed class ExportsController(ExportJobs jobs, Delegates delegates, CurrentSession session, CurrentTenant tenant,
    IStringLocalizer<ExportsText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View("Exports", await jobs.ListAsync(session.UserId));

    /// <summary>The link alone opens nothing: session and rights are asked again (AZ-20).</summary>
    [HttpGet("{id:guid}/file")]
    [Download]
    public async Task<IActionResult> Show(Guid id) =>
        await jobs.FindFileAsync(session.UserId, id) is { } job && await MaySeeAsync(ExportJobs.ScopeOf(job))
            ? jobs.Download(job)
            : NotFound();

    [HttpPost("{id:guid}/cancel")]
    public async Task<IActionResult> Cancel(Guid id)
    {
        if (await jobs.CancelAsync(session.User, id) is not { } cancelled)
        {
            return NotFound();
        }

        TempData.Success(text[cancelled > 0 ? "Cancelled" : "TooLate"]);
        return new SeeOtherResult("~/account/exports");
    }

    private async Task<bool> MaySeeAsync(HistoryScope scope) => scope switch
    {
        { Reader: HistoryReader.Owner } => true,
        { UserId: { } subject } => await delegates.AskAsync(subject, DelegatedAct.SeeHistory) is Delegation.Granted,
        _ =>
            !tenant.Value.IsStaffRealm && await delegates.AskForContractAsync(DelegatedAct.SeeHistory) is { } who
                && who.ContractId == scope.ContractId,
    };
}
