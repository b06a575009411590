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

    protected static TGuard Make<TGuard, TMark>(IServiceProvider services, TMark mark)
        where TGuard : Guard => Maker<TGuard, TMark>.Make(services, [mark]);

    /// <summary>How guards of one kind are made with their marks, found out once: each request makes its own.</summary>
    private static class Maker<TGuard, TMark>
    {
        public static readonly ObjectFactory<TGuard> Make = ActivatorUtilities.CreateFactory<TGuard>([typeof(TMark)]);
    }
}

/// <summary>Asks a guard that needs to know nothing but the address.</summary>
public abstract class GuardAttribute<TGuard> : GuardAttribute
    where TGuard : Guard
{
    private static readonly ObjectFactory<TGuard> Make = ActivatorUtilities.CreateFactory<TGuard>([]);

    public override IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => Make(serviceProvider, null);
}
