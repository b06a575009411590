namespace Portal.Web.Features.Acting;

/// <summary>Names the texts beside it.</summary>
public sealed class ActingText;
