using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Audit.Histories;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Features.Shared.Histories;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.Histories;

/// <summary>
/// The histories of a contract's users, for those who manage it (HIST-4); a file needs the right to take files as well.
/// </summary>
[ServedIn(Site.Tenant)]
[TenantFeature("operators")]
public sealed class ContractHistoryController(HistoryPages pages, HistoryFiles files, Delegates delegates,
    IStringLocalizer<HistoryText> text) : Controller
{
    [HttpGet("operators/login-history")]
    public async Task<IActionResult> Index([FromQuery] HistoryInput input) =>
        await delegates.AskForContractAsync(DelegatedAct.SeeHistory) is { } who
            ? Page(await ReadAsync(who, input))
            : StatusCode(StatusCodes.Status403Forbidden);

    [HttpPost("operators/login-history/export")]
    [Download]
    public async Task<IActionResult> Export(HistoryInput input)
    {
        if (await delegates.AskForContractAsync(DelegatedAct.SeeHistory) is not { } who
            || await delegates.AskForContractAsync(DelegatedAct.Export) is null)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var page = await ReadAsync(who, input);
        return await files.CreateAsync(page, AuditSubject.Of(who), ModelState) ?? Page(page);
    }

    [HttpGet("operators/{id:guid}/login-history")]
    public async Task<IActionResult> Show(Guid id, [FromQuery] HistoryInput input)
    {
        var answer = await delegates.AskAsync(id, DelegatedAct.SeeHistory);
        return answer is Delegation.Granted granted ? Page(await ReadOneAsync(granted.Subject, input)) : Refuse(answer);
    }

    [HttpPost("operators/{id:guid}/login-history/export")]
    [Download]
    public async Task<IActionResult> ExportOne(Guid id, HistoryInput input)
    {
        var answer = await delegates.AskAsync(id, DelegatedAct.SeeHistory);
        if (answer is not Delegation.Granted granted || await delegates.AskAsync(id, DelegatedAct.Export) is not Delegation.Granted)
        {
            return Refuse(answer);
        }

        var page = await ReadOneAsync(granted.Subject, input);
        return await files.CreateAsync(page, AuditSubject.Of(granted.Actor), ModelState) ?? Page(page);
    }

    private Task<HistoryPage> ReadAsync(PortalUser who, HistoryInput input) =>
        pages.ReadAsync(text["TitleAll"], "~/operators/login-history", HistoryScope.OfContract(who.ContractId!.Value), input, ModelState);

    private Task<HistoryPage> ReadOneAsync(PortalUser subject, HistoryInput input) =>
        pages.ReadAsync(text["TitleOf", subject.UserName!], $"~/operators/{subject.Id}/login-history",
            HistoryScope.Of(subject, HistoryReader.Manager), input, ModelState);

    private StatusCodeResult Refuse(Delegation answer) =>
        StatusCode(answer is Delegation.Refused { Verdict: DelegationVerdict.Hidden } ? StatusCodes.Status404NotFound
            : StatusCodes.Status403Forbidden);

    private ViewResult Page(HistoryPage page)
    {
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View("ContractHistory", page);
    }
}
