using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Rules.Standing;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Admin.Contracts;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Admin.Cases.Opening;

/// <summary>A case that the staff opens, understood.</summary>
public sealed record DeskOpened(NewCase Said, CasePriority Priority, Guid Contact);

/// <summary>Reads and opens cases of contracts, each inside their tenant (ADMIN-5, CASE-2).</summary>
public sealed class DeskOpening(PortalDbContext db, StaffReach reach, CaseOpening opening, CaseAttachments attachments, CaseInput input,
    CaseWords words, CurrentSession session, IStringLocalizer<DeskText> text, TimeProvider clock)
{
    private static readonly LineField Subject = new(CaseLimits.Subject, Required: true);
    private static readonly NoteField Text = new(CaseLimits.Text);

    /// <summary>What the page shows and the browser does not decide.</summary>
    public Task<DeskOpeningForm> FillAsync(DeskOpeningForm form, ContractTarget target)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, async () =>
        {
            form.Target = target;
            form.Kinds = [.. CaseKinds.OfProviders.Select(kind => new Choice(kind.ToString(), words.Kind(kind)))];
            form.Priorities = [.. Enum.GetValues<CasePriority>().Select(each => new Choice(each.ToString(), words.Priority(each)))];
            var managers = await db.ManagersOf(target.Tenant.Id, target.Contract.Id).Select(user => user.Id).ToListAsync();
            form.Contacts = await People(target).OfferedAsync() is { } people
                ? [.. people.OrderBy(user => managers.Contains(user.Id) ? 0 : 1)
                    .Select(user => new Choice(user.Id.ToString(), text["ContactOf", user.DisplayName, user.UserName!]))]
                : null;
            form.Field = await attachments.FieldAsync(form.Files, target.Tenant.Slug);
            return form;
        });
    }

    /// <returns>Null beside a problem, which stands at its field.</returns>
    public async Task<DeskOpened?> ReadAsync(DeskOpeningForm form, ContractTarget target, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(state);
        var reader = input.Reader();
        var kind = Chosen(form.Kinds, form.Kind) ? Enum.Parse<CaseKind>(form.Kind!) : Refused<CaseKind>(reader, nameof(form.Kind));
        var priority = Chosen(form.Priorities, form.Priority) ? Enum.Parse<CasePriority>(form.Priority!)
            : Refused<CasePriority>(reader, nameof(form.Priority));
        var contact = await ContactAsync(form, target) ?? Refused<Guid>(reader, nameof(form.Contact));
        var subject = reader.Read(Subject, nameof(form.Subject), form.Subject);
        var text = CaseInput.Required(reader, Text, nameof(form.Text), form.Text);
        state.Report(reader.Problems);
        await reach.InsideAsync(target.Tenant, () => attachments.AreThereAsync(nameof(form.Files), form.Files, state));
        return state.IsValid ? new DeskOpened(new NewCase(kind, subject, text, form.Confidential), priority, contact) : null;
    }

    /// <returns>Null where a file was taken meanwhile, which stands at its field: nothing is to be kept.</returns>
    public Task<SupportCase?> OpenAsync(DeskOpeningForm form, ContractTarget target, DeskOpened asked, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(asked);
        return reach.InsideAsync(target.Tenant, async () =>
        {
            var contact = await People(target).SingleAsync(user => user.Id == asked.Contact);
            var opened = await opening.OpenForAsync(contact, CaseActor.Agent(session.User),
                asked.Said with { ContractId = target.Contract.Id }, asked.Priority);
            return await attachments.AttachAsync(opened.Entry, nameof(form.Files), form.Files, state) ? opened.Row : null;
        });
    }

    private IQueryable<PortalUser> People(ContractTarget target) => db.AtWorkOf(target.Contract.Id)
        .Where(AccountStandings.MayBeTold(target.Tenant.Zone.DayOf(clock.GetUtcNow())));

    /// <returns>Null where nobody is chosen who can be.</returns>
    private async Task<Guid?> ContactAsync(DeskOpeningForm form, ContractTarget target) => form.Contacts is { } few
        ? Chosen(few, form.Contact) ? Guid.Parse(form.Contact!) : null
        : (await reach.InsideAsync(target.Tenant, () => People(target).NamedAsync(form.Contact)))?.Id;

    private static bool Chosen(IReadOnlyList<Choice> choices, string? value) => choices.Any(choice => choice.Value == value);

    private static T? Refused<T>(FormReader reader, string field)
    {
        reader.Add(field, new FieldFault.NotOffered());
        return default;
    }
}
