using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Recovery;

/// <summary>
/// Served where the tenant's profile names this way back in; the other way lives at the same address.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecoveryMethodAttribute(string method) : Attribute, IActionConstraint
{
    public string Method { get; } = method;

    public int Order => 0;

    public bool Accept(ActionConstraintContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var tenant = context.RouteContext.HttpContext.RequestServices.GetRequiredService<CurrentTenant>().OrNull;
        return tenant?.Profile.Recovery?.Method == Method;
    }
}
