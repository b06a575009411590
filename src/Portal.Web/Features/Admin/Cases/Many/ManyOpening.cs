using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Admin.Cases.Many;

/// <summary>Opens the same case for many contracts, each with a file of its own: all or none (ADMIN-5).</summary>
public sealed class ManyOpening(PortalDbContext db, StaffReach reach, CaseOpening opening, CaseAttachments attachments, CaseWords words,
    ManyChecks checks, CurrentSession session)
{
    /// <summary>What the page shows and the browser does not decide.</summary>
    public Task<ManyForm> FillAsync(ManyForm form, ManyTarget target)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, async () =>
        {
            form.Target = target;
            form.Kinds = [.. CaseKinds.OfProviders.Select(kind => new Choice(kind.ToString(), words.Kind(kind)))];
            form.Field = await attachments.FieldAsync(form.Files, target.Tenant.Slug);
            return form;
        });
    }

    /// <returns>Null where the form as a whole is wrong, which stands at the field.</returns>
    public Task<ManyCheck?> CheckAsync(ManyForm form, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(form);
        var tenant = form.Target.Tenant;
        return reach.InsideAsync(tenant, async () => await attachments.AreThereAsync(nameof(form.Files), form.Files, state)
            ? await checks.RunAsync(form, tenant, state) : null);
    }

    /// <returns>
    /// The numbers of the cases; null where a file was taken meanwhile, which stands at its field: nothing is to be
    /// kept.
    /// </returns>
    public async Task<IReadOnlyList<int>?> OpenAsync(ManyForm form, ManyCheck check, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(check);
        var numbers = new List<int>(check.Rows.Count);
        foreach (var row in check.Rows)
        {
            // Each is saved before the next one asks for its number.
            var number = await reach.InsideAsync(form.Target.Tenant, () => OpenAsync(form, check.Kind, row, state));
            if (number is null)
            {
                return null;
            }

            numbers.Add(number.Value);
        }

        return numbers;
    }

    private async Task<int?> OpenAsync(ManyForm form, CaseKind kind, ManyRow row, ModelStateDictionary state)
    {
        var contact = await db.Users.SingleAsync(user => user.Id == row.Contact!.Id);
        var opened = await opening.OpenForAsync(contact, CaseActor.Agent(session.User), new NewCase(kind, row.Subject, row.Text)
        {
            ContractId = row.Contact!.ContractId,
        }, CasePriority.Normal);
        return await attachments.AttachAsync(opened.Entry, nameof(form.Files), [row.FileId!.Value], state) ? opened.Row.Number : null;
    }
}
