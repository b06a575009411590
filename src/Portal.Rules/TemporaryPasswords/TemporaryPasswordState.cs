namespace Portal.Rules.TemporaryPasswords;

/// <summary>A temporary password that was issued, as stored (its hash is elsewhere).</summary>
/// <param name="Origin">How it came about.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="ExpiresAt">From this instant on it is dead.</param>
/// <param name="WrongTries">Consecutive wrong tries since issue or the last right one; 0 or more.</param>
/// <param name="EndedAt">When it was used up, superseded or guessed at too often; null = not yet.</param>
public sealed record TemporaryPasswordState(
    TemporaryPasswordOrigin Origin,
    DateTimeOffset IssuedAt,
    DateTimeOffset ExpiresAt,
    int WrongTries,
    DateTimeOffset? EndedAt);
