using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Forms;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.WorkItems;

/// <summary>
/// An item written or changed as JSON: entered, looked at in both languages, saved as a new version (ADMIN-6). What a
/// form of fields cannot carry at once, such as an item copied from another tenant, comes this way.
/// </summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[StaffItemGuard]
public sealed class WorkItemFormController(WorkItemInput input, WorkItemSaving saving) : Controller
{
    private const string EnterPage = "Edit";

    [HttpGet("catalog/{site}/new/json")]
    public IActionResult New([Guarded] StaffItemTarget target)
    {
        var form = new WorkItemForm { Target = target };
        WorkItemInput.Prefill(form);
        return View(EnterPage, form);
    }

    [HttpPost("catalog/{site}/new/json")]
    [KeepsDraft]
    public Task<IActionResult> Create([Guarded] StaffItemTarget target, WorkItemForm form) => StepAsync(target, form);

    [HttpGet("catalog/{site}/{id:guid}/json")]
    public IActionResult Edit([Guarded] StaffItemTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var form = new WorkItemForm { Target = target, Version = target.Item!.Version };
        form.Show(target.Item, target.Now!.Definition);
        return View(EnterPage, form);
    }

    [HttpPost("catalog/{site}/{id:guid}/json")]
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
            Save = content => saving.SaveAsync(this, form, content, EnterPage),
        }.RunAsync(input.Reader());
    }
}
