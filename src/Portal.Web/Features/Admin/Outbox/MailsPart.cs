using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Mail.Marks;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>A mail as the page of its recipient shows it.</summary>
/// <param name="To">The address it went to, masked: it may be a former one.</param>
/// <param name="Path">Null for whoever may not see the outbox.</param>
public sealed record PersonMail(string Kind, string Subject, string To, OutboxState State, DateTimeOffset CreatedAt,
    DateTimeOffset? SentAt, string? Path);

/// <summary>
/// The last mails to a person (ADMIN-2): "it never came" is what people ring up with. Subject and fate alone; what a
/// mail says never leaves the database for this page (ML-02).
/// </summary>
public sealed class MailsPart(PortalDbContext db, StaffReach reach, IStringLocalizer<AdminText> text) : IStaffPart
{
    private const int Most = 10;

    public async Task<StaffPart?> OfPersonAsync(PortalTenant tenant, PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(user);
        var rows = await db.Outbox.AsNoTracking().Where(row => row.Channel == OutboxChannel.Mail && row.RecipientUserId == user.Id)
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(Most)
            .Select(row => new { row.Id, row.Kind, row.Subject, row.Recipient, row.State, row.CreatedAt, row.SentAt }).ToListAsync();
        IReadOnlyList<PersonMail> mails = [.. rows.Select(row => new PersonMail(row.Kind, row.Subject, MaskedEmail.Of(row.Recipient),
            row.State, row.CreatedAt, row.SentAt, reach.IsAdministrator ? StaffPaths.Mail(tenant.Slug, row.Id) : null))];
        return new StaffPart("mails", text["MailsTo"], "/Features/Admin/Outbox/_PersonMails.cshtml", mails);
    }
}
