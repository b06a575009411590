namespace Portal.Web.Features.Shared.Cases;

/// <summary>Words about cases that customers and staff share.</summary>
public sealed class CaseSharedText;
