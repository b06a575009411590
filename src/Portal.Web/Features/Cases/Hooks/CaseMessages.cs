using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.Rules.Standing;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Cases.Hooks;

/// <summary>What became of a message.</summary>
/// <param name="Number">Null beside problems.</param>
/// <param name="IsNew">False where the same message had opened it before.</param>
/// <param name="Problems">By field of the message.</param>
public sealed record CaseReceipt(int? Number, bool IsNew, IReadOnlyDictionary<string, string> Problems);

/// <summary>Opens what another system says, inside its tenant, once for each message (CASE-2).</summary>
public sealed class CaseMessages(PortalDbContext db, KeyLock turns, CaseOpening opening, CaseInput input, TenantClock clock)
{
    private static readonly LineField Subject = new(CaseLimits.Subject, Required: true);
    private static readonly NoteField Text = new(CaseLimits.Text);

    /// <param name="id">The message's own: sent again it opens nothing.</param>
    public async Task<CaseReceipt> OpenAsync(string id, CaseMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        await turns.EnterAsync($"cases/message/{db.Scope.Current:N}/{id}");
        if (await db.Cases.Where(row => row.OpenedBy == id).Select(row => (int?)row.Number).SingleOrDefaultAsync() is { } known)
        {
            return new CaseReceipt(known, false, new Dictionary<string, string>());
        }

        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var (subject, text) = Words(message, problems);
        var kind = Known(message.ReadKind(), "kind", "is none that can be opened.", problems);
        var priority = Known(message.ReadPriority(), "priority", "is none.", problems);
        var (contract, contact) = await ContactAsync(message, problems);
        if (problems.Count > 0 || contact is null)
        {
            return new CaseReceipt(null, false, problems);
        }

        var said = new NewCase(kind, subject, text, message.Confidential) { ContractId = contract };
        var (row, _) = await opening.OpenForAsync(contact, CaseActor.System, said, priority);
        row.OpenedBy = id;
        return new CaseReceipt(row.Number, true, problems);
    }

    private (string Subject, string Text) Words(CaseMessage message, Dictionary<string, string> problems)
    {
        var reader = input.Reader();
        var subject = reader.Read(Subject, nameof(message.Subject), message.Subject);
        var text = CaseInput.Required(reader, Text, nameof(message.Text), message.Text);
        foreach (var problem in reader.Problems)
        {
            problems[problem.Field == nameof(message.Subject) ? "subject" : "text"] = problem.Message;
        }

        return (subject, text);
    }

    private async Task<(Guid? Contract, PortalUser? Contact)> ContactAsync(CaseMessage message, Dictionary<string, string> problems)
    {
        if (await db.Contracts.AsNoTracking().SingleOrDefaultAsync(row => row.Number == message.Contract) is not { } contract)
        {
            problems["contract"] = "There is no contract of that number.";
            return (null, null);
        }

        var name = message.Contact is null ? null : CanonicalText.LoginId(message.Contact);
        var people = name is null
            ? db.ManagersAtWorkOf(contract.TenantId, contract.Id)
            : db.AtWorkOf(contract.Id).Where(user => user.NormalizedUserName == name);
        var contact = await people.Where(AccountStandings.MayBeTold(clock.Today))
            .OrderBy(user => user.CreatedAt).ThenBy(user => user.Id).FirstOrDefaultAsync();
        if (contact is null)
        {
            problems["contact"] = "There is nobody in the contract who could be told.";
        }

        return (contract.Id, contact);
    }

    private static T Known<T>(T? value, string field, string problem, Dictionary<string, string> problems)
        where T : struct
    {
        if (value is null)
        {
            problems[field] = $"The {field} {problem}";
        }

        return value.GetValueOrDefault();
    }
}
