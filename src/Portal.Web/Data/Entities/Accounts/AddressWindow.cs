namespace Portal.Web.Data.Entities;

/// <summary>Failures from one network address in one window, over all tenants and accounts (LOCK-8).</summary>
public sealed class AddressWindow
{
    public required string AddressKey { get; set; }

    public DateTimeOffset WindowStart { get; set; }

    public int Failures { get; set; }
}
