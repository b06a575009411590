namespace Portal.Web.Features.Recovery;

/// <summary>Names the texts beside it.</summary>
public sealed class RecoveryText;
