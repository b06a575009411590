using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.Rules.Standing;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Files.Stored;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Many;

/// <summary>Checks a form of many cases and each of its rows (ADMIN-5); called inside the tenant.</summary>
public sealed class ManyChecks(PortalDbContext db, StoredFiles files, CurrentSession session, FormWords words,
    IStringLocalizer<DeskText> text, TimeProvider clock)
{
    private const int LongestMonth = 40;

    private static readonly LineField Subject = new(CaseLimits.Subject, Required: true);
    private static readonly NoteField Text = new(CaseLimits.Text);

    /// <returns>Null where the form or the table as a whole is wrong, which stands at the field.</returns>
    public async Task<ManyCheck?> RunAsync(ManyForm form, PortalTenant tenant, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(state);
        var kind = ReadForm(form, state);
        var reading = ManyTable.Read(form.Table, tenant.Profile.Files.Most);
        if (reading.Problem is { } problem)
        {
            state.AddModelError(nameof(form.Table), text[problem, tenant.Profile.Files.Most]);
        }

        if (!state.IsValid)
        {
            return null;
        }

        var waiting = await files.WaitingAsync(session.UserId, form.Files ?? []);
        var rows = await RowsAsync(form, tenant, kind, reading.Lines, waiting);
        var named = rows.Select(row => row.FileId).ToHashSet();
        return new ManyCheck(kind, rows, [.. waiting.Where(file => !named.Contains(file.Id)).Select(file => file.Name)], Name(kind, rows));
    }

    private CaseKind ReadForm(ManyForm form, ModelStateDictionary state)
    {
        var reader = words.Reader(field => text[field]);
        if (!form.Kinds.Any(choice => choice.Value == form.Kind))
        {
            reader.Add(nameof(form.Kind), new FieldFault.NotOffered());
        }

        var subject = reader.Read(Subject, nameof(form.Subject), form.Subject);
        var said = CaseInput.Required(reader, Text, nameof(form.Text), form.Text);
        var month = reader.Read(new LineField(LongestMonth), nameof(form.Month), form.Month);
        if (month.Length == 0 && !reader.HasProblem(nameof(form.Month))
            && (subject + said + form.Table).Contains(ManyText.Month, StringComparison.Ordinal))
        {
            reader.Add(nameof(form.Month), new FieldFault.Missing());
        }

        state.Report(reader.Problems);
        return state.IsValid ? Enum.Parse<CaseKind>(form.Kind!) : default;
    }

    private async Task<IReadOnlyList<ManyRow>> RowsAsync(ManyForm form, PortalTenant tenant, CaseKind kind, IReadOnlyList<ManyLine> lines,
        IReadOnlyList<StoredFile> waiting)
    {
        string[] numbers = [.. lines.Select(line => line.Contract).Distinct()];
        var contracts = await db.Contracts.AsNoTracking().Include(row => row.Holder).Where(row => numbers.Contains(row.Number))
            .ToListAsync();
        Guid[] ids = [.. contracts.Select(row => row.Id)];
        var people = await db.Users.AsNoTracking().Where(user => ids.Contains(user.ContractId!.Value))
            .Where(AccountStandings.Is(AccountStanding.Good, tenant.Zone.DayOf(clock.GetUtcNow())))
            .OrderBy(user => user.Role == AccountRole.Manager ? 0 : 1).ThenBy(user => user.FamilyNameKana + user.GivenNameKana)
            .ThenBy(user => user.Id).ToListAsync();
        Contract? Of(ManyLine line) => contracts.Find(row => row.Number == line.Contract);
        var rows = lines.Select(line => Row(form, line, Of(line), people, waiting, lines)).ToList();
        string[] subjects = [.. rows.Select(row => row.Subject).Distinct()];
        var like = await db.Cases.AsNoTracking()
            .Where(row => ids.Contains(row.ContractId) && row.Kind == kind && subjects.Contains(row.Subject))
            .Select(row => new { row.ContractId, row.Subject, row.Number }).ToListAsync();
        return rows.ConvertAll(row => row with
        {
            Like = like.Find(each => each.ContractId == row.Contact?.ContractId && each.Subject == row.Subject)?.Number,
        });
    }

    private ManyRow Row(ManyForm form, ManyLine line, Contract? contract, IReadOnlyList<PortalUser> people,
        IReadOnlyList<StoredFile> waiting, IReadOnlyList<ManyLine> lines)
    {
        var contact = contract is null ? null : people.FirstOrDefault(user => user.ContractId == contract.Id);
        var named = waiting.Where(file => file.Name == line.File).ToList();
        var facts = new ManyFacts(line.Contract, contract?.Holder?.Name ?? "", (form.Month ?? "").Trim());
        var reader = words.Reader(field => text[field]);
        var subject = reader.Read(Subject, nameof(form.Subject),
            ManyText.FillLine(line.Subject.Length > 0 ? line.Subject : form.Subject!, facts));
        var said = CaseInput.Required(reader, Text, nameof(form.Text),
            ManyText.FillText(line.Text.Length > 0 ? line.Text : form.Text!, facts));
        void Refuse(bool isWrong, string why)
        {
            if (isWrong)
            {
                reader.Add("", text["Many.Row." + why]);
            }
        }

        Refuse(line.HasMore, "HasMore");
        Refuse(contract is null, "NoContract");
        Refuse(contract is not null && contact is null, "NoContact");
        Refuse(lines.Count(other => other.Contract == line.Contract) > 1, "ContractTwice");
        Refuse(named.Count == 0, "NoFile");
        Refuse(named.Count > 1, "FilesAlike");
        Refuse(named.Count > 0 && lines.Count(other => other.File == line.File) > 1, "FileTwice");
        return new ManyRow(line.Line, line.Contract, contract?.Holder?.Name ?? "", line.File, subject, said)
        {
            FileId = named.FirstOrDefault()?.Id,
            Contact = contact,
            Problems = [.. reader.Problems.Select(problem => problem.Message)],
        };
    }

    /// <summary>Another subject, file or contact, or a case that came in between, and it is another preview.</summary>
    private static string Name(CaseKind kind, IReadOnlyList<ManyRow> rows) => Convert.ToHexString(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(rows.Select(row =>
            new { kind, row.Contract, row.FileId, row.Subject, row.Text, Contact = row.Contact?.Id, row.Like }))));
}
