namespace Portal.Web.Tenancy.Times;

/// <summary>
/// Now, as one object: a condition that reads it here can be compiled once and asked at another time.
/// </summary>
public record Moment(DateTimeOffset Now);

/// <param name="Today">The day it is then where the tenant is.</param>
public sealed record TenantMoment(DateTimeOffset Now, DateOnly Today) : Moment(Now);
