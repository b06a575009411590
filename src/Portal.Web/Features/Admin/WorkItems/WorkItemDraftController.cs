using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Rules.WorkRequests;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Features.Shared.WorkRequests;
using Portal.Web.Forms;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.WorkItems;

/// <summary>
/// An item written or changed field by field, looked at in both languages, saved as a new version (ADMIN-6). Buttons
/// that add, move and remove answer with the form again; they check nothing and lose nothing.
/// </summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[StaffItemGuard]
public sealed class WorkItemDraftController(WorkItemInput input, WorkItemDraftInput drafts, WorkItemSaving saving) : Controller
{
    private const string EnterPage = "Write";

    [HttpGet("catalog/{site}/new")]
    public IActionResult New([Guarded] StaffItemTarget target)
    {
        var form = new WorkItemDraftForm { Target = target, Position = WorkItemInput.UsualPosition };
        return Page(form, ItemDraft.New);
    }

    [HttpPost("catalog/{site}/new")]
    [KeepsDraft]
    public Task<IActionResult> Create([Guarded] StaffItemTarget target, WorkItemDraftForm form) => StepAsync(target, form);

    [HttpGet("catalog/{site}/{id:guid}/edit")]
    public IActionResult Edit([Guarded] StaffItemTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var form = new WorkItemDraftForm { Target = target, Version = target.Item!.Version };
        form.ShowItem(target.Item);
        return Page(form, ItemDraft.Of(target.Definition!));
    }

    [HttpPost("catalog/{site}/{id:guid}/edit")]
    [KeepsDraft]
    public Task<IActionResult> Update([Guarded] StaffItemTarget target, WorkItemDraftForm form) => StepAsync(target, form);

    /// <summary>What was typed before a session ended lies in the state, and goes before what is stored.</summary>
    private ViewResult Page(WorkItemDraftForm form, ItemDraft draft)
    {
        var kept = ModelState.Keys.Select(WorkFormModel.InputOf).OfType<string>()
            .ToDictionary(input => input, input => ModelState[WorkFormModel.NameOf(input)]!.AttemptedValue);
        form.Fill(kept.Count > 0 ? DraftInputs.Read(kept) : draft);
        Forget();
        return View(EnterPage, form);
    }

    private Task<IActionResult> StepAsync(StaffItemTarget target, WorkItemDraftForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        form.Target = target;
        var draft = form.Values.Count == 0 && DefinitionReader.Read(form.Definition ?? "").Definition is { } sent
            ? ItemDraft.Of(sent)
            : DraftInputs.Read(form.Values);
        var pressed = ItemDraftSteps.Press(draft, form.Step);
        form.Fill(pressed ?? draft);
        Forget();
        if (pressed is not null)
        {
            form.IsOpened = pressed.Open is not null;
            return Task.FromResult<IActionResult>(View(EnterPage, form));
        }

        return new FormSteps<WorkItemContent>(this, form)
        {
            Enter = EnterPage,
            Check = "CheckWritten",
            Read = reader => Task.FromResult(drafts.Read(form, reader)),
            Show = content =>
            {
                form.Understood = content;
                form.Fill(ItemDraft.Of(content.Definition));
                return Task.CompletedTask;
            },
            Save = content => saving.SaveAsync(this, form, content, EnterPage),
        }.RunAsync(input.Reader());
    }

    // What was sent would be shown in the place of what moved there.
    private void Forget()
    {
        foreach (var name in ModelState.Keys.Where(name => WorkFormModel.InputOf(name) is not null).ToList())
        {
            ModelState.Remove(name);
        }
    }
}
