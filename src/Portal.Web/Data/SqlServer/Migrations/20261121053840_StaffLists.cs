using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class StaffLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SignInStates_TenantId_StrangerLockedAt",
                table: "SignInStates");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LockedSince",
                table: "SignInStates",
                type: "datetimeoffset",
                nullable: true,
                computedColumnSql: "COALESCE(\"VoidedAt\", \"StrangerLockedAt\", \"KnownLockedAt\")",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignInStates_TenantId_LockedSince",
                table: "SignInStates",
                columns: new[] { "TenantId", "LockedSince" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_TenantId_ActorName_OccurredAt",
                table: "AuditEvents",
                columns: new[] { "TenantId", "ActorName", "OccurredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_TenantId_Address_OccurredAt",
                table: "AuditEvents",
                columns: new[] { "TenantId", "Address", "OccurredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_TenantId_SubjectName_OccurredAt",
                table: "AuditEvents",
                columns: new[] { "TenantId", "SubjectName", "OccurredAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SignInStates_TenantId_LockedSince",
                table: "SignInStates");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_TenantId_ActorName_OccurredAt",
                table: "AuditEvents");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_TenantId_Address_OccurredAt",
                table: "AuditEvents");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_TenantId_SubjectName_OccurredAt",
                table: "AuditEvents");

            migrationBuilder.DropColumn(
                name: "LockedSince",
                table: "SignInStates");

            migrationBuilder.CreateIndex(
                name: "IX_SignInStates_TenantId_StrangerLockedAt",
                table: "SignInStates",
                columns: new[] { "TenantId", "StrangerLockedAt" });
        }
    }
}
