namespace Portal.Web.Features.Shared.WorkRequests;

/// <summary>Words about work requests that customers and staff share.</summary>
public sealed class WorkSharedText;
