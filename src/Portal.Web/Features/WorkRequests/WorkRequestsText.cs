namespace Portal.Web.Features.WorkRequests;

/// <summary>Names the texts beside it.</summary>
public sealed class WorkRequestsText;
