using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Announcements;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Announcements;

/// <summary>An announcement written or changed: entered, looked at in both languages, saved (ADMIN-6).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[StaffAnnouncementGuard]
public sealed class AnnouncementFormController(StaffReach reach, AnnouncementInput input, AnnouncementEditing editing,
    AnnouncementComparison comparison, IStringLocalizer<EditorText> text) : Controller
{
    [HttpGet("announcements/{site}/new")]
    public Task<IActionResult> New([Guarded] EditorTarget target) => InsideAsync(target, new AnnouncementForm(), form =>
    {
        input.Prefill(form);
        return Task.FromResult<IActionResult>(View("Edit", form));
    });

    [HttpPost("announcements/{site}/new")]
    [KeepsDraft]
    public Task<IActionResult> Create([Guarded] EditorTarget target, AnnouncementForm form) => InsideAsync(target, form, StepAsync);

    [HttpGet("announcements/{site}/{id:guid}/edit")]
    public Task<IActionResult> Edit([Guarded] EditorTarget target) => InsideAsync(target, new AnnouncementForm(), form =>
    {
        form.Version = target.Row!.Version;
        form.Show(AnnouncementContent.Of(target.Row), target.Tenant.Zone);
        return Task.FromResult<IActionResult>(View("Edit", form));
    });

    [HttpPost("announcements/{site}/{id:guid}/edit")]
    [KeepsDraft]
    public Task<IActionResult> Update([Guarded] EditorTarget target, AnnouncementForm form) => InsideAsync(target, form, StepAsync);

    private Task<IActionResult> InsideAsync(EditorTarget target, AnnouncementForm form, Func<AnnouncementForm, Task<IActionResult>> work) =>
        reach.InsideAsync(target.Tenant, async () =>
        {
            await input.FillAsync(form, target);
            return await work(form);
        });

    private Task<IActionResult> StepAsync(AnnouncementForm form) => new FormSteps<AnnouncementContent>(this, form)
    {
        Enter = "Edit",
        Check = "Check",
        Read = reader => input.ReadAsync(form, reader),
        Show = content =>
        {
            form.Show(content, form.Target.Tenant.Zone);
            form.Understood = content;
            return Task.CompletedTask;
        },
        Save = content => SaveAsync(form, content),
    }.RunAsync(input.Reader());

    private async Task<IActionResult> SaveAsync(AnnouncementForm form, AnnouncementContent content)
    {
        var target = form.Target;
        var outcome = target.Row is { } row
            ? await editing.ChangeAsync(row.Id, form.Version, content, form.ShowAgain)
            : await editing.AddAsync(content);
        switch (outcome)
        {
            case AnnouncementOutcome.Gone:
                return NotFound();
            case AnnouncementOutcome.ArticleGone:
                ModelState.AddModelError(nameof(form.Article), text["ArticleGone"]);
                return this.FormAgain("Edit", form);
            case AnnouncementOutcome.Conflict conflict:
                return this.Elsewhere(new ChangedElsewhere(conflict.Row, conflict.Row.TitleJa, target.Path)
                {
                    Fields = comparison.Of(form, content, AnnouncementContent.Of(conflict.Row)),
                    Crumbs = [(text["Title"], StaffPaths.Announcements)],
                });
            case AnnouncementOutcome.Done done:
                TempData.Success(text[content.IsPublished ? "Done.Published" : "Done.Draft"]);
                return new SeeOtherResult(StaffPaths.Announcement(target.Tenant.Slug, done.Row.Id));
            default:
                TempData.Warning(text["Not.Unchanged"]);
                return new SeeOtherResult(target.Path);
        }
    }
}
