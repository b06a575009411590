using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases.Telling;
using Portal.Web.Features.Admin.Cases.Answers;
using Portal.Web.Features.Admin.Cases.Index;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Files.Stored;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases;

/// <summary>Reads what the desk's page of a case shows: everything, the internal part as well.</summary>
public sealed class DeskRecords(PortalDbContext db, StaffReach reach, DeskRound rounds, DeskCanned canned, CaseAttachments attachments,
    CaseAudience audience, FileDownloads downloads)
{
    /// <param name="answer">What is being written, where the page is shown once more.</param>
    /// <param name="note">Likewise.</param>
    public async Task<DeskPage> ReadAsync(DeskTarget target, AnswerForm? answer = null, CaseNoteForm? note = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        var (id, site) = (target.Row.Id, target.Tenant.Slug);
        var answers = await canned.ChoicesAsync(target.Tenant);
        var round = await rounds.OfAsync(target.List, target.Row);
        var colleagues = await Colleagues(target.Tenant).AsNoTracking().OrderBy(user => user.UserName).ToListAsync();
        return await reach.InsideAsync(target.Tenant, async () =>
        {
            var entries = await EntriesAsync(id, 0);
            var followers = await db.CaseFollowers.AsNoTracking().Where(follower => follower.CaseId == id)
                .OrderBy(follower => follower.AddedAt).ThenBy(follower => follower.UserId).Select(follower => follower.User!).ToListAsync();
            return new DeskPage(target, entries, [.. followers.Select(user => user.DisplayName)])
            {
                Files = await attachments.OfAsync(entries),
                AnswerFiles = await attachments.FieldAsync(answer?.Files, site),
                NoteFiles = await attachments.FieldAsync(note?.NoteFiles, site),
                Answer = answer ?? new AnswerForm(),
                Note = note ?? new CaseNoteForm(),
                Colleagues = colleagues,
                WorkRequest = target.Row.Kind == CaseKind.WorkRequest
                    ? await db.WorkRequests.Where(request => request.CaseId == id).Select(request => (int?)request.Number)
                        .SingleOrDefaultAsync()
                    : null,
                IsUnheard = target.Row.Status != CaseStatus.Closed
                    && (await audience.OfAsync(target.Row, target.Tenant)).People.Count == 0,
                Round = round,
                Canned = answers,
            };
        });
    }

    /// <summary>The entries that a page which shows so many lacks.</summary>
    public Task<DeskSaid> AfterAsync(DeskTarget target, int shown)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, async () =>
        {
            var entries = await EntriesAsync(target.Row.Id, Math.Max(shown, 0));
            return new DeskSaid(target, entries, await attachments.OfAsync(entries));
        });
    }

    /// <summary>A file of an entry, of a note too.</summary>
    public Task<ActionResult> FileAsync(DeskTarget target, Guid entry, Guid id)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, () => downloads.OpenAsync(CaseAttachments.OwnerOf(entry), id,
            () => db.CaseEntries.AnyAsync(row => row.Id == entry && row.CaseId == target.Row.Id)));
    }

    /// <summary>The member of the staff of that id, where it looks after this tenant.</summary>
    public Task<PortalUser?> ColleagueAsync(PortalTenant tenant, Guid id) => Colleagues(tenant).SingleOrDefaultAsync(user => user.Id == id);

    /// <summary>The staff who look after all of these tenants.</summary>
    public async Task<IReadOnlyList<PortalUser>> ColleaguesAsync(IEnumerable<PortalTenant> tenants)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        return await tenants.Aggregate(db.Users.AsQueryable(), LookingAfter)
            .AsNoTracking().OrderBy(user => user.UserName).ToListAsync();
    }

    private Task<List<CaseEntry>> EntriesAsync(Guid caseId, int skipped) =>
        db.CaseEntries.AsNoTracking().Where(entry => entry.CaseId == caseId).OrderBy(entry => entry.Order).Skip(skipped).ToListAsync();

    private IQueryable<PortalUser> Colleagues(PortalTenant tenant) => LookingAfter(db.Users, tenant);

    private IQueryable<PortalUser> LookingAfter(IQueryable<PortalUser> users, PortalTenant tenant) => users
        .Where(user => user.DisabledAt == null && (user.Role == AccountRole.SystemAdministrator
            || db.StaffAssignments.Any(row => row.UserId == user.Id && row.TenantId == tenant.Id)));
}
