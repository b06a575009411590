using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Features.Shared.Details;
using Portal.Web.Forms;

namespace Portal.Web.Features.Operators.Imports;

/// <summary>
/// Checks every row of a file by the rules of the form, against one another and against the IDs there are.
/// </summary>
public sealed class ImportCheck(OperatorInput input, KeywordInput keywords, OperatorWords words, LoginIdProbes probes,
    RegistrationService registration, IStringLocalizer<OperatorsText> text)
{
    /// <summary>The caller holds the contract's lock, so that files sent at once are told no more than one.</summary>
    public async Task<(IReadOnlyList<CheckedRow> Rows, string? Problem)> RunAsync(PortalUser who, IReadOnlyList<ImportRow> rows)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(rows);
        if (await registration.RoomAsync(who.ContractId!.Value) is var room && rows.Count > room)
        {
            return ([], text["ImportNoRoom", room]);
        }

        var left = await probes.LeftAsync();
        if (left == 0)
        {
            return ([], text["TooManyProbes"]);
        }

        var found = rows.Select(row => Check(row, who.ContractId.Value)).ToList();
        MarkRepeated(found);
        await MarkTakenAsync(found, who.ContractId.Value, left);
        return (found.ConvertAll(row => row.Done()), null);
    }

    private Draft Check(ImportRow row, Guid contractId)
    {
        var reader = input.Reader();
        if (row.HasMore)
        {
            reader.Add("", text["ImportMoreCells"]);
        }

        var id = input.LoginId(row.LoginId, reader);
        var details = input.Details(row.Details, new AccountDetails(), reader);
        var email = DetailsInput.Email(row.Email, reader);
        var keyword = keywords.Read(row.Keyword, row.Keyword, reader);
        return new Draft(row.Line, new NewAccount(words.Profile.Door, id, AccountRole.Member, contractId, details, email, keyword),
            reader);
    }

    private void MarkRepeated(List<Draft> rows)
    {
        foreach (var same in rows.GroupBy(row => CanonicalText.LoginId(row.Account.LoginId)).Where(group => group.Key.Length > 0))
        {
            foreach (var row in same.Skip(1))
            {
                row.Reader.Add("LoginId", text["ImportIdTwice", words.Id, same.First().Line]);
            }
        }
    }

    /// <summary>
    /// That an own ID exists is no secret; that another one does is told as rarely as in the form (EN-06): when the
    /// number is used up, nothing more is said of the rows that follow, neither "taken" nor "free".
    /// </summary>
    private async Task MarkTakenAsync(List<Draft> rows, Guid contractId, int left)
    {
        var fit = rows.Where(row => row.Reader.Problems.Count == 0).ToList();
        if (fit.Count == 0)
        {
            return;
        }

        var taken = await probes.FindAsync(fit.ConvertAll(row => row.Account));
        foreach (var row in fit)
        {
            var (exists, own) = taken.TryGetValue(probes.Key(row.Account), out var owner) ? (true, owner == contractId) : (false, false);
            if (own)
            {
                row.Reader.Add("LoginId", text["ImportIdKnown", words.Id]);
            }
            else if (left == 0)
            {
                row.Reader.Add("LoginId", text["ImportNotChecked"]);
            }
            else if (exists)
            {
                left--;
                probes.Record(row.Account.LoginId, contractId);
                row.Reader.Add("LoginId", text["IdTaken", words.Id]);
            }
        }
    }

    private sealed record Draft(int Line, NewAccount Account, FormReader Reader)
    {
        public CheckedRow Done() => new(Line, Account, Reader.Problems);
    }
}
