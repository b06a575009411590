namespace Portal.Web.Features.Admin;

/// <summary>An account over all tenants, as it stands in forms and addresses: "control.0190c2d5…".</summary>
public readonly record struct UserKey(string Site, Guid Id)
{
    public static UserKey? Parse(string? text) =>
        text is not null && text.LastIndexOf('.') is > 0 and var dot && Guid.TryParseExact(text[(dot + 1)..], "N", out var id)
            ? new UserKey(text[..dot], id)
            : null;

    public override string ToString() => $"{Site}.{Id:N}";
}
