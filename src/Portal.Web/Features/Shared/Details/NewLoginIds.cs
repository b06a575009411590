using Portal.Rules.Identifiers;
using Portal.Rules.SignIn;
using Portal.Rules.Text;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Shared.Details;

/// <summary>
/// The login ID of a user to be, as its form has it: typed, or made of the address where the profile says so. Works
/// inside the tenant.
/// </summary>
public sealed class NewLoginIds(LoginIdProbes probes)
{
    public const string Field = "LoginId";

    /// <summary>So many addresses begin with the same letters in no contract.</summary>
    private const int MostSuggestions = 60;

    /// <param name="email">As it was understood; null for none.</param>
    public async Task<string> ReadAsync(OperatorsProfile profile, string? typed, string? email, Guid contractId, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(reader);
        if (profile.IdSuggestion is not { } suffix || CanonicalText.Identifier(typed ?? "").Length > 0)
        {
            return Read(profile, typed, reader);
        }

        // The address's own problem is told at its field; an ID made of it has no problem of its own to tell.
        string Suggestion(int turn) => LoginIdSuggestion.For(email ?? "", suffix, IdFormat.LongestId, turn);
        var suggested = Enumerable.Range(1, MostSuggestions).Select(Suggestion).ToList();
        return reader.HasProblem("Email") || suggested[0].Length == 0
            ? suggested[0]
            : Read(profile, await probes.FreeAsync(profile.Door, contractId, suggested), reader);
    }

    public static string Read(OperatorsProfile profile, string? typed, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(reader);
        return reader.Read(new LoginIdField(profile.IdFormat), Field, typed);
    }
}
