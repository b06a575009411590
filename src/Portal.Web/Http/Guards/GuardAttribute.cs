using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Web.Http.Guards;

/// <summary>
/// Stands before every action that an address leads to somebody's or something's page: what the address names is found,
/// and the action begins with it, or the answer is 404 or 403. An action cannot forget to ask (AZ-01, AZ-02); a test
/// finds those without a guard.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public abstract class GuardAttribute : Attribute, IFilterFactory
{
    /// <summary>A guard belongs to one request.</summary>
    public bool IsReusable => false;

    public abstract IFilterMetadata CreateInstance(IServiceProvider serviceProvider);
}

/// <summary>Asks a guard that needs to know nothing but the address.</summary>
public abstract class GuardAttribute<TGuard> : GuardAttribute
    where TGuard : Guard
{
    public override IFilterMetadata CreateInstance(IServiceProvider serviceProvider) =>
        ActivatorUtilities.CreateInstance<TGuard>(serviceProvider);
}
