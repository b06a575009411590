using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Telephony;
using Portal.Web.Data;
using Portal.Web.Domain.Telephony;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Dev.Phone;

/// <summary>
/// The telephones of the demonstration, of every tenant that takes calls, and two that no tenant knows.
/// </summary>
public sealed class PhoneBook(TenantCatalog tenants, TenantWork work, VoiceSecrets secrets, IStringLocalizer<PhoneText> text)
{
    private const int Most = 18;
    private const string Withheld = "anonymous";
    private const string Stranger = "+81312345678";

    public async Task<IReadOnlyList<Choice>> ListAsync()
    {
        var all = new List<Choice>();
        foreach (var tenant in (await tenants.ListAsync()).Where(tenant => !tenant.Suspended && secrets.Of(tenant) is not null))
        {
            all.AddRange(await OfAsync(tenant));
            all.Add(new Choice(new SimulatedCaller(tenant.Slug, Stranger).Key, text["Stranger", E164.Shown(Stranger)]));
            all.Add(new Choice(new SimulatedCaller(tenant.Slug, Withheld).Key, text["Withheld"]));
        }

        return all;
    }

    /// <returns>Null for what is no telephone of this kind; whether the line is known, the portal says.</returns>
    public SimulatedCaller? Find(string key) => key.Split('/') is [{ Length: > 0 } tenant, { Length: > 0 } number]
        && tenant.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && (number == Withheld || E164.Read(number) is not null)
        ? new SimulatedCaller(tenant, number)
        : null;

    private Task<List<Choice>> OfAsync(PortalTenant tenant) => work.RunAsync(tenant, WorkActor.System(VoiceLine.Actor), async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var numbers = await db.LineNumbers.AsNoTracking()
            .Join(db.Contracts, number => number.ContractId, contract => contract.Id, (number, contract) => new { number, contract })
            .OrderBy(row => row.contract.Number).ThenBy(row => row.number.Order).Take(Most)
            .Select(row => new { row.number.Number, row.number.Kind, row.contract.AuthenticationUnit }).ToListAsync();
        return numbers.ConvertAll(row => new Choice(new SimulatedCaller(tenant.Slug, row.Number).Key,
            text["Caller", E164.Shown(row.Number), text["Kind." + row.Kind], Unit(row.AuthenticationUnit)]));
    });

    private string Unit(AuthenticationUnit? unit) => text[unit is null ? "Unit.None" : "Unit." + unit];
}
