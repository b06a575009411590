using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.WorkItems;

/// <summary>
/// An item written or changed: entered, looked at in both languages, saved as a new version (ADMIN-6).
/// </summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[StaffItemGuard]
public sealed class WorkItemFormController(StaffReach reach, WorkItemInput input, WorkItemEditing editing,
    IStringLocalizer<WorkItemText> text) : Controller
{
    private const string EnterPage = "Edit";

    [HttpGet("catalog/{site}/new")]
    public IActionResult New([Guarded] StaffItemTarget target)
    {
        var form = new WorkItemForm { Target = target };
        WorkItemInput.Prefill(form);
        return View(EnterPage, form);
    }

    [HttpPost("catalog/{site}/new")]
    [KeepsDraft]
    public Task<IActionResult> Create([Guarded] StaffItemTarget target, WorkItemForm form) => StepAsync(target, form);

    [HttpGet("catalog/{site}/{id:guid}/edit")]
    public IActionResult Edit([Guarded] StaffItemTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var form = new WorkItemForm { Target = target, Version = target.Item!.Version };
        form.Show(target.Item, target.Now!.Definition);
        return View(EnterPage, form);
    }

    [HttpPost("catalog/{site}/{id:guid}/edit")]
    [KeepsDraft]
    public Task<IActionResult> Update([Guarded] StaffItemTarget target, WorkItemForm form) => StepAsync(target, form);

    private Task<IActionResult> StepAsync(StaffItemTarget target, WorkItemForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        form.Target = target;
        return new FormSteps<WorkItemContent>(this, form)
        {
            Enter = EnterPage,
            Check = "Check",
            Read = reader => Task.FromResult(input.Read(form, reader, ModelState)),
            Show = content =>
            {
                form.Understood = content;
                return Task.CompletedTask;
            },
            Save = content => SaveAsync(form, content),
        }.RunAsync(input.Reader());
    }

    private async Task<IActionResult> SaveAsync(WorkItemForm form, WorkItemContent content)
    {
        var target = form.Target;
        switch (await reach.InsideAsync(target.Tenant, () => target.Item is { } item
            ? editing.ChangeAsync(item.Id, form.Version, content)
            : editing.AddAsync(content)))
        {
            case WorkItemOutcome.Done { Row: var row }:
                TempData.Success(text["Done.Saved", row.Edition]);
                return new SeeOtherResult(StaffPaths.WorkItem(target.Tenant.Slug, row.Id));
            case WorkItemOutcome.CodeTaken:
                ModelState.AddModelError(nameof(form.ItemCode), text["CodeTaken"]);
                return this.FormAgain(EnterPage, form);
            case WorkItemOutcome.Conflict conflict:
                return this.Elsewhere(new ChangedElsewhere(conflict.Row, content.Definition.Title.Ja, target.Path)
                {
                    Fields = input.Compare(form, content, conflict),
                    Crumbs = [(text["Title"], StaffPaths.WorkItems)],
                });
            default:
                TempData.Warning(text["Not.Unchanged"]);
                return new SeeOtherResult(target.Path);
        }
    }
}
