using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Audit.Histories;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Features.Shared.Histories;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.Histories;

/// <summary>
/// The histories of a contract's users, for those who manage it (HIST-4); a file needs the right to take files as well.
/// </summary>
public sealed class ContractHistoryController(HistoryPages pages, HistoryFiles files, IStringLocalizer<HistoryText> text)
    : OperatorController
{
    [HttpGet("operators/login-history")]
    [ContractGuard(DelegatedAct.SeeHistory)]
    public async Task<IActionResult> Index([Guarded] PortalUser who, [FromQuery] HistoryInput input) => Page(await ReadAsync(who, input));

    [HttpPost("operators/login-history/export")]
    [Download]
    [ContractGuard(DelegatedAct.SeeHistory, OnlyLooks = true)]
    [ContractGuard(DelegatedAct.Export, OnlyLooks = true)]
    public async Task<IActionResult> Export([Guarded] PortalUser who, HistoryInput input)
    {
        var page = await ReadAsync(who, input);
        return await files.CreateAsync(page, AuditSubject.Of(who), ModelState) ?? Page(page);
    }

    [HttpGet("operators/{id:guid}/login-history")]
    [SubjectGuard(DelegatedAct.SeeHistory)]
    public async Task<IActionResult> Show([Guarded] PortalUser subject, [FromQuery] HistoryInput input) =>
        Page(await ReadOneAsync(subject, input));

    [HttpPost("operators/{id:guid}/login-history/export")]
    [Download]
    [SubjectGuard(DelegatedAct.SeeHistory, OnlyLooks = true)]
    [SubjectGuard(DelegatedAct.Export, OnlyLooks = true)]
    public async Task<IActionResult> ExportOne([Guarded] Delegation.Granted granted, HistoryInput input)
    {
        var page = await ReadOneAsync(granted.Subject, input);
        return await files.CreateAsync(page, AuditSubject.Of(granted.Actor), ModelState) ?? Page(page);
    }

    private Task<HistoryPage> ReadAsync(PortalUser who, HistoryInput input) =>
        pages.ReadAsync(text["TitleAll"], OperatorPaths.History, HistoryScope.OfContract(who.ContractId!.Value), input, ModelState);

    private Task<HistoryPage> ReadOneAsync(PortalUser subject, HistoryInput input) =>
        pages.ReadAsync(text["TitleOf", subject.UserName!], OperatorPaths.HistoryOf(subject.Id),
            HistoryScope.Of(subject, HistoryReader.Manager), input, ModelState);

    private ViewResult Page(HistoryPage page)
    {
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View("ContractHistory", page);
    }
}
