using System.Globalization;
using System.Resources;
using Portal.Rules.Orders;
using Portal.Rules.Text;
using Portal.Rules.Text.Counting;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Orders.Documents;

/// <summary>
/// Words, days and amounts in one language, whatever the language of the request that makes the document.
/// </summary>
internal sealed class DocumentWords(string language)
{
    private static readonly ResourceManager Texts = new(typeof(DocumentText));
    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(language);

    public string Language => language;

    public string this[string key] => Texts.GetString(key, culture)
        ?? throw new MissingManifestResourceException($"{nameof(DocumentText)} has no \"{key}\".");

    public string Text(string key, params object[] arguments) => string.Format(culture, this[key], arguments);

    public string Day(DateOnly day) => MomentText.Of(day, culture);

    public string Amount(Yen amount) => YenText.Of(amount, culture);

    public static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public string Period(RentalPeriod period) => period.End is { } end
        ? Text(CountedKey.Of("Period", period.Months!.Value), Day(period.Start), Day(end), period.Months.Value)
        : Text("OpenPeriod", Day(period.Start));

    /// <summary>As people write it on an envelope.</summary>
    public string Address(DeliveryAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        string[] parts = ["〒" + PostalCode.Shown(address.PostalCode), address.Prefecture + address.City + address.Street,
            address.Building, address.Company, address.Department, Text("Honorific", address.Name), address.Phone];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }
}
