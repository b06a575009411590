using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.RichTexts;
using Portal.Web.Features.Admin.Cases.Answers;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Cases.Several;

/// <summary>Choose, say what is to be done, see what became of each (ADMIN-5).</summary>
[Authorize(Policy = Policies.Agent)]
public sealed class SeveralController(DeskSeveral several, DeskRecords records, DeskCanned canned, CaseInput input, AuditActor actor,
    IStringLocalizer<DeskText> text) : Controller
{
    [HttpGet("cases/change")]
    public async Task<IActionResult> New([FromQuery] SeveralQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        if (query.Ids.Length == 0)
        {
            TempData.Warning(text["NothingChosen"]);
            return new SeeOtherResult(StaffPaths.Cases);
        }

        return await several.FindAsync(query.Ids) is { } targets
            ? View("Change", await PageAsync(targets, query.Asked, new SeveralForm()))
            : NotFound();
    }

    [HttpPost("cases/change")]
    [KeepsDraft]
    public async Task<IActionResult> Create([FromQuery] SeveralQuery query, [FromForm] SeveralForm form)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(form);
        if (await several.FindAsync(query.Ids) is not { } targets)
        {
            return NotFound();
        }

        var page = await PageAsync(targets, query.Asked, form);
        var assignee = page.Colleagues.FirstOrDefault(user => user.Id == form.Assignee);
        if (form.Assignee is not null && assignee is null)
        {
            return NotFound();
        }

        if (query.Asked == SeveralAct.Answer && form.Step == "insert")
        {
            return await InsertAsync(page);
        }

        var answer = Read(targets, query.Asked, form);
        if (!ModelState.IsValid)
        {
            return this.FormAgain("Change", page);
        }

        if (query.Asked == SeveralAct.Answer && form.Step == "preview")
        {
            form.Preview = RichText.ToHtml(answer);
            return View("Change", page);
        }

        await several.ActAsync(targets, query.Asked, form, assignee, answer);
        var done = new QueryBuilder { { "act", actor.CorrelationId }, { "ids", targets.Select(target => target.Key.ToString()) } };
        return new SeeOtherResult(StaffPaths.CasesChanged + done);
    }

    [HttpGet("cases/changed")]
    public async Task<IActionResult> Show([FromQuery] string[] ids, [FromQuery] string? act) =>
        await several.FindAsync(ids) is { } targets ? View("Changed", await several.ReportAsync(targets, act ?? "")) : NotFound();

    /// <summary>Those that were opened together.</summary>
    [HttpGet("cases/opened")]
    public async Task<IActionResult> Opened([FromQuery] string[] ids) =>
        await several.FindAsync(ids) is { } targets ? View("Opened", targets) : NotFound();

    private async Task<IActionResult> InsertAsync(SeveralPage page)
    {
        var form = page.Form;
        if (page.Site is not { } site || await canned.TextAsync(site, form.Canned, page.Targets) is not { } inserted)
        {
            ModelState.AddModelError(nameof(form.Canned), text["Canned.Choose"]);
            return this.FormAgain("Change", page);
        }

        (form.Text, form.IsOfBoth) = (CannedText.Below(form.Text, inserted.Text), inserted.IsOfBoth);
        ModelState.Clear();
        return View("Change", page);
    }

    /// <returns>The answer; empty for another act.</returns>
    private string Read(IReadOnlyList<DeskTarget> targets, SeveralAct act, SeveralForm form)
    {
        if (act == SeveralAct.Prioritise && (form.Priority is not { } priority || !Enum.IsDefined(priority)))
        {
            ModelState.Remove(nameof(form.Priority));
            ModelState.AddModelError(nameof(form.Priority), text["ChoosePriority"]);
        }

        if (act != SeveralAct.Answer || input.ReadText(nameof(form.Text), form.Text, ModelState) is not { } answer)
        {
            return "";
        }

        // Filled in it is longer, and must be an answer still.
        var longest = targets.Select(target => canned.Fill(answer, target)).MaxBy(filled => filled.Length);
        input.ReadText(nameof(form.Text), longest, ModelState);
        return answer;
    }

    private async Task<SeveralPage> PageAsync(IReadOnlyList<DeskTarget> targets, SeveralAct act, SeveralForm form)
    {
        var groups = targets.ToLookup(target => DeskSeveral.IsOpenTo(act, target.Row.Status));
        IReadOnlyList<PortalUser> colleagues = act == SeveralAct.Assign
            ? await records.ColleaguesAsync(targets.Select(target => target.Tenant).Distinct()) : [];
        var page = new SeveralPage(act, [.. groups[true]], [.. groups[false]], colleagues, form);
        return act == SeveralAct.Answer && page.Site is { } site ? page with { Canned = await canned.ChoicesAsync(site) } : page;
    }
}
