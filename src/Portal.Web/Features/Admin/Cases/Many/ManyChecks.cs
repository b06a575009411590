using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Files.Stored;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Many;

/// <summary>Checks a form of many cases and each of its rows (ADMIN-5); called inside the tenant.</summary>
public sealed class ManyChecks(PortalDbContext db, CaseContacts contacts, StoredFiles files, CurrentSession session, FormWords words,
    IStringLocalizer<DeskText> text)
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
        var rows = await RowsAsync(form, kind, reading.Lines, waiting);
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

    private async Task<IReadOnlyList<ManyRow>> RowsAsync(ManyForm form, CaseKind kind, IReadOnlyList<ManyLine> lines,
        IReadOnlyList<StoredFile> waiting)
    {
        var places = await contacts.OfAsync(lines.Select(line => line.Contract));
        Guid[] ids = [.. places.Values.Select(place => place.Contract.Id)];
        var rows = lines.Select(line => Row(form, line, places.GetValueOrDefault(line.Contract), waiting, lines)).ToList();
        string[] subjects = [.. rows.Select(row => row.Subject).Distinct()];
        var like = await db.Cases.AsNoTracking()
            .Where(row => ids.Contains(row.ContractId) && row.Kind == kind && subjects.Contains(row.Subject))
            .Select(row => new { row.ContractId, row.Subject, row.Number }).ToListAsync();
        return rows.ConvertAll(row => row with
        {
            Like = like.Find(each => each.ContractId == row.Contact?.ContractId && each.Subject == row.Subject)?.Number,
        });
    }

    private ManyRow Row(ManyForm form, ManyLine line, CasePlace? place, IReadOnlyList<StoredFile> waiting, IReadOnlyList<ManyLine> lines)
    {
        var (contract, contact) = (place?.Contract, place?.Contact);
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
