using System.Globalization;
using Portal.Rules.OptionServices;

namespace Portal.Web.Domain.OptionServices;

/// <summary>
/// Which version of which setting a message carries: its business key, so that one version is one message, and what
/// becomes of the message finds its way back to the row.
/// </summary>
public sealed record ProvisioningKey(Guid NumberId, OptionService Service, int Version)
{
    private const string Prefix = "option";

    /// <returns>Null for what is no such key.</returns>
    public static ProvisioningKey? Read(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Split('/') is [Prefix, var number, var service, var version] && Guid.TryParseExact(number, "N", out var id)
            && Enum.TryParse<OptionService>(service, out var known)
            && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var counted)
            ? new ProvisioningKey(id, known, counted)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}/{NumberId:N}/{Service}/{Version}");
}
